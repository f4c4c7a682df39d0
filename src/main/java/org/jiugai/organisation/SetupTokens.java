package org.jiugai.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens that open the set-up: 128 random bits, of which only a digest is kept, for a day. */
@Repository
class SetupTokens {
    static final Duration VALIDITY = Duration.ofHours(24);
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    SetupTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new one. Every node that starts makes its own; those before stay valid for their day. */
    String issue() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        jdbc.sql("delete from setup_token where valid_until <= ?").param(now()).update();
        jdbc.sql("insert into setup_token (digest, valid_until) values (?, ?)")
                .params(digest(token), Timestamp.from(clock.instant().plus(VALIDITY)))
                .update();
        return token;
    }

    /** Compares with every token, each in the same time. */
    boolean isValid(String token) {
        byte[] asked = digest(token).getBytes(StandardCharsets.US_ASCII);
        List<String> known = jdbc.sql("select digest from setup_token where valid_until > ?")
                .param(now())
                .query(String.class)
                .list();
        boolean valid = false;
        for (String digest : known) valid |= MessageDigest.isEqual(digest.getBytes(StandardCharsets.US_ASCII), asked);
        return valid;
    }

    void forgetAll() {
        jdbc.sql("delete from setup_token").update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
