package org.jiugai.registry;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Digests;
import org.jiugai.kernel.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes of households: 128 random bits, printed once on the household's letter, kept as a hash only. */
@Service
@Transactional
public class HouseholdCodes {
    /** Without letters that look like digits. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 26;
    private static final int GROUP = 5;
    private final JdbcClient jdbc;
    private final RegistryAccess access;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HouseholdCodes(JdbcClient jdbc, RegistryAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A new code for the unit; the one before is revoked.
     *
     * @param reason why there is a new one, e.g. 首次发放 or 遗失补发
     * @return the code as printed, in groups joined by hyphens; it cannot be shown again
     */
    public String issue(long unitId, String reason, Actor actor) {
        revoke(unitId, reason, actor);
        String code = draw();
        jdbc.sql("insert into household_code (unit_id, code_hash, issued_at, issued_by) values (?, ?, ?, ?)")
                .params(unitId, hash(plain(code)), Timestamp.from(clock.instant()), actor.personId())
                .update();
        return code;
    }

    /** Takes the unit's code out of use. */
    public void revoke(long unitId, String reason, Actor actor) {
        access.demandUnit(actor, unitId);
        jdbc.sql(
                        """
                        update household_code set revoked_at = ?, revoked_by = ?, reason = ? where unit_id = ? and revoked_at is null""")
                .params(Timestamp.from(clock.instant()), actor.personId(), reason, unitId)
                .update();
    }

    /** What the code opens, however it was typed; empty for every code that is not valid. */
    @Transactional(readOnly = true)
    public Optional<HouseholdDoor> open(String typed) {
        String plain = plain(typed);
        if (plain.length() != LENGTH) return Optional.empty();
        return jdbc.sql(
                        """
                        select d.code_id, d.unit_id, d.community_id
                        from household_code c join household_door d on d.code_id = c.id where c.code_hash = ?""")
                .param(hash(plain))
                .query(HouseholdDoor.class)
                .optional();
    }

    private String draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) code.append('-');
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static String plain(String typed) {
        return NameKey.of(typed)
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String hash(String plain) {
        return Digests.sha256(plain);
    }
}
