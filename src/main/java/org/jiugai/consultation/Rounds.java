package org.jiugai.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds of consultation of a community. */
@Repository
class Rounds {
    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int open(long caseId, long communityId, LocalDate on, Instant now) {
        return jdbc.sql(
                        """
                        insert into consultation_round (case_id, community_id, round, opened_on, recorded_at)
                        values (:case, :community,
                            (select count(*) + 1 from consultation_round where community_id = :community), :on, :now)
                        returning round""")
                .param("case", caseId)
                .param("community", communityId)
                .param("on", on)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /** The round that is running; the first one where none was opened. */
    int current(long communityId) {
        return jdbc.sql("select coalesce(max(round), 1) from consultation_round where community_id = ?")
                .param(communityId)
                .query(Integer.class)
                .single();
    }
}
