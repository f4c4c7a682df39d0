package org.jiugai.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Identity numbers as a keyed hash: the same number is found again, but nobody reads it. The key is drawn once for the installation. */
@Component
class IdentityHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final JdbcClient jdbc;
    /** Never changes once it is drawn. */
    private volatile @Nullable SecretKeySpec key;

    IdentityHash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(String identity) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] number = identity.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(number));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known != null) return known;
        SecretKeySpec read = new SecretKeySpec(
                jdbc.sql("select key from registry_key").query(byte[].class).single(), ALGORITHM);
        key = read;
        return read;
    }
}
