package org.jiugai.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Identity numbers as a keyed hash: the same number is found again, but nobody reads it. The key is drawn once for the installation. */
@Component
class IdentityHash {
    private final JdbcClient jdbc;

    IdentityHash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(String identity) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            byte[] number = identity.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(number));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        return jdbc.sql("select key from registry_key").query(byte[].class).single();
    }
}
