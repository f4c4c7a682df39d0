package org.jiugai.publicsite;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jiugai.kernel.Digests;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.HouseholdDoor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Households that are at their page: each has a random token for half an hour; the code itself is asked for once. */
@Service
@Transactional
public class HouseholdSessions {
    /** How long a household stays at its page. */
    public static final Duration LONGEST = Duration.ofMinutes(30);

    private static final int BYTES = 32;
    private final JdbcClient jdbc;
    private final HouseholdCodes codes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HouseholdSessions(JdbcClient jdbc, HouseholdCodes codes, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
    }

    /** The token for whoever typed a valid code; empty for every other, whatever is wrong with it. */
    @Unrecorded("comes and goes; what a household does is recorded")
    public Optional<String> enter(String code) {
        return codes.open(code).map(this::begin);
    }

    /** The household that has this token. */
    @Transactional(readOnly = true)
    public Optional<HouseholdDoor> of(String token) {
        return jdbc.sql(
                        """
                        select d.code_id, d.unit_id, d.community_id from household_session s join household_door d on d.code_id = s.code_id
                        where s.token_hash = ? and s.expires_at > ?""")
                .params(Digests.sha256(token), Timestamp.from(clock.instant()))
                .query(HouseholdDoor.class)
                .optional();
    }

    @Unrecorded("comes and goes; what a household does is recorded")
    public void leave(String token) {
        jdbc.sql("delete from household_session where token_hash = ?")
                .param(Digests.sha256(token))
                .update();
    }

    private String begin(HouseholdDoor door) {
        jdbc.sql("delete from household_session where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        byte[] token = new byte[BYTES];
        random.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        jdbc.sql("insert into household_session (token_hash, code_id, expires_at) values (?, ?, ?)")
                .params(
                        Digests.sha256(text),
                        door.codeId(),
                        Timestamp.from(clock.instant().plus(LONGEST)))
                .update();
        return text;
    }
}
