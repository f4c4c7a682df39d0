package org.jiugai.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package holds. It comes after everything that it names, and the digest of itself after it, so that a package that was cut off
 * has neither.
 *
 * @param createdAt ISO 8601, by the application's clock
 * @param application version of the application
 * @param chain end of the record when the case was read; null while the record has none
 * @param entries in the order in which they lie in the package
 */
record Manifest(
        int format,
        String caseNo,
        String createdAt,
        String application,
        @Nullable ChainEnd chain,
        List<Entry> entries) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String DIGEST = "manifest.sha256";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A file in the package. */
    record Entry(String name, long size, String sha256) {}

    /** The last link of the record (room {@code audit}). */
    record ChainEnd(long sequence, String hash) {}

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException when it is no manifest */
    static Manifest read(byte[] json) throws IOException {
        Manifest manifest = JSON.readValue(json, Manifest.class);
        if (manifest == null || manifest.entries == null || manifest.caseNo == null || manifest.createdAt == null)
            throw new IOException("incomplete");
        for (Entry entry : manifest.entries)
            if (entry == null || entry.name == null || entry.sha256 == null) throw new IOException("incomplete entry");
        return manifest;
    }

    /** As {@code sha256sum} writes it, so that the manifest can be checked without this program as well. */
    static byte[] digestLine(byte[] json) {
        return (Sha256.of(json) + "  " + NAME + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
