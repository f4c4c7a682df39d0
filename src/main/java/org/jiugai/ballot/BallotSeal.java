package org.jiugai.ballot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Choices as they lie in the database: encrypted with the key of their round (AES-256-GCM), bound to the voter whose they are. */
@Component
class BallotSeal {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private final JdbcClient jdbc;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    BallotSeal(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** Draws the key of a round. */
    void drawKey(long roundId) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        jdbc.sql("insert into vote_key (round_id, wrapped) values (?, ?)")
                .params(roundId, encrypt(key, isFirst() ? master.keyOrNew() : master.key(), "round:" + roundId))
                .update();
    }

    /** Whether no round of this database was ever sealed, so that no key of the installation can have been lost. */
    private boolean isFirst() {
        return jdbc.sql("select count(*) from vote_key").query(Long.class).single() == 0;
    }

    SecretKey keyOf(long roundId) {
        byte[] wrapped = jdbc.sql("select wrapped from vote_key where round_id = ?")
                .param(roundId)
                .query(byte[].class)
                .single();
        return new SecretKeySpec(decrypt(wrapped, master.key(), "round:" + roundId), "AES");
    }

    /** Every sealed ballot of a round is equally long, whatever it says. */
    String seal(Map<Integer, Choice> choices, SecretKey key, long entryId) {
        String text = new TreeMap<>(choices)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + letter(e.getValue()))
                        .collect(Collectors.joining(";"));
        return Base64.getEncoder()
                .encodeToString(encrypt(text.getBytes(StandardCharsets.US_ASCII), key, "entry:" + entryId));
    }

    Map<Integer, Choice> open(String sealed, SecretKey key, long entryId) {
        String text = new String(
                decrypt(Base64.getDecoder().decode(sealed), key, "entry:" + entryId), StandardCharsets.US_ASCII);
        return Arrays.stream(text.split(";"))
                .map(choice -> choice.split("="))
                .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> choice(pair[1])));
    }

    private static String letter(Choice choice) {
        return switch (choice) {
            case AGREE -> "Y";
            case AGAINST -> "N";
            case ABSTAIN -> "A";
        };
    }

    private static Choice choice(String letter) {
        return Arrays.stream(Choice.values())
                .filter(choice -> letter(choice).equals(letter))
                .findFirst()
                .orElseThrow();
    }

    private byte[] encrypt(byte[] plain, SecretKey key, String bound) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, sealed, NONCE, body.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decrypt(byte[] sealed, SecretKey key, String bound) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), bound)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed ballot was changed, or the key is another one", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
