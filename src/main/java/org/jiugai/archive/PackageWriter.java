package org.jiugai.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a package as a stream: whatever the size of a file, only a buffer of it is in memory. */
final class PackageWriter {
    private final ZipOutputStream zip;
    private final Instant time;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    /**
     * @param time what every entry carries as its date
     */
    PackageWriter(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.time = time;
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Writes the content of one entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, byte[] content) throws IOException {
        add(name, out -> out.write(content));
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, Content content) throws IOException {
        entries.add(write(name, content));
    }

    /** Writes the manifest and its digest; nothing comes after them. */
    Manifest finish(String caseNo, String application, Manifest.@Nullable ChainEnd chain) throws IOException {
        Manifest manifest =
                new Manifest(Manifest.FORMAT, caseNo, time.toString(), application, chain, List.copyOf(entries));
        byte[] json = manifest.toJson();
        write(Manifest.NAME, out -> out.write(json));
        write(Manifest.DIGEST, out -> out.write(Manifest.digestLine(json)));
        zip.finish();
        zip.flush();
        return manifest;
    }

    private Manifest.Entry write(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time.toEpochMilli());
        zip.putNextEntry(entry);
        Counted counted = new Counted(zip);
        content.writeTo(counted);
        zip.closeEntry();
        return new Manifest.Entry(name, counted.size, Sha256.of(counted.digest));
    }

    /** Counts and digests what passes; closing it closes nothing. */
    private static final class Counted extends FilterOutputStream {
        private final MessageDigest digest = Sha256.begin();
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() {}
    }
}
