package org.jiugai.ballot;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jiugai.kernel.Digests;
import org.jiugai.kernel.NameKey;

/** Numbers of receipts: drawn, printed in groups, kept as a hash only. */
final class ReceiptNumbers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private ReceiptNumbers() {}

    static String draw() {
        byte[] number = new byte[BYTES];
        RANDOM.nextBytes(number);
        return HexFormat.of().withUpperCase().formatHex(number).replaceAll("(.{4})(?!$)", "$1-");
    }

    static String hash(String typed) {
        String plain = NameKey.of(typed).replace("-", "").toUpperCase(Locale.ROOT);
        return Digests.sha256(plain);
    }
}
