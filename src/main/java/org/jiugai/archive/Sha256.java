package org.jiugai.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as 64 small hexadecimal digits. */
final class Sha256 {
    private static final int BUFFER = 64 * 1024;

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] content) {
        MessageDigest digest = begin();
        digest.update(content);
        return of(digest);
    }

    /** Reads to the end, but no farther than one byte behind {@code most}. */
    static Manifest.Entry measure(String name, InputStream content, long most) throws IOException {
        MessageDigest digest = begin();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0 && size <= most; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
        }
        return new Manifest.Entry(name, size, of(digest));
    }
}
