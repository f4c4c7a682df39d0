package org.jiugai.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The readable part of an entry. The chain knows only its hash; the salt keeps anybody from guessing a name or a number from the hash once the
 * text has been masked.
 */
record AuditDetail(String hash, String salt, String content) {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
            // the components of a form, not what it computes of them
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** Null where there is nothing to read. */
    static @Nullable AuditDetail of(RecordedAct act) {
        SortedMap<String, Object> said = new TreeMap<>();
        if (!act.details().isEmpty()) said.put("details", act.details());
        if (!act.reason().isEmpty()) said.put("reason", act.reason());
        if (!act.before().isEmpty()) said.put("before", act.before());
        if (!act.after().isEmpty()) said.put("after", act.after());
        if (said.isEmpty()) return null;
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            String content = CANONICAL.writeValueAsString(said);
            String hex = HexFormat.of().formatHex(salt);
            return new AuditDetail(hash(hex, content), hex, content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String hash(String salt, String content) {
        return Sha256.hex(HexFormat.of().parseHex(salt), content.getBytes(StandardCharsets.UTF_8));
    }
}
