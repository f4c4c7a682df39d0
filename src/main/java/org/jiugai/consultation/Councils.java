package org.jiugai.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jiugai.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of councils and of what was said there; only ever added. */
@Repository
class Councils {
    private final JdbcClient jdbc;

    Councils(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, long communityId, int round, int attempt, CouncilForm form, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into residents_council (case_id, community_id, round, attempt, met_at, invited, attendees,
                            buildings_represented, written_opinions, decision, comment, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        communityId,
                        round,
                        attempt,
                        Timestamp.valueOf(form.meetingDate()),
                        form.invited(),
                        form.attendees(),
                        form.buildingsRepresented(),
                        form.written(),
                        form.decision().name(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        int no = 1;
        for (CouncilForm.Opinion opinion : form.opinions()) {
            jdbc.sql("insert into council_opinion values (?, ?, ?, ?, ?)")
                    .params(id, no++, opinion.opinion(), opinion.adoption().name(), opinion.reason())
                    .update();
        }
        return id;
    }

    List<Council> ofCommunity(long communityId) {
        return jdbc.sql(
                        """
                        select id, community_id, round, attempt, met_at, invited, attendees, buildings_represented,
                               written_opinions, decision
                        from residents_council where community_id = ? order by round, attempt""")
                .param(communityId)
                .query(Council.class)
                .list();
    }

    List<CouncilForm.Opinion> opinions(long councilId) {
        return jdbc.sql("select opinion, adoption, reason from council_opinion where council_id = ? order by no")
                .param(councilId)
                .query(CouncilForm.Opinion.class)
                .list();
    }
}
