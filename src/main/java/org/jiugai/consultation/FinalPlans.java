package org.jiugai.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of final plans; only ever added. */
@Repository
class FinalPlans {
    private final JdbcClient jdbc;

    FinalPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long caseId, PlanSummary plan, FinalPlanForm form, LocalDate on, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into final_plan (plan_id, case_id, community_id, finalised_on, checklist, comment, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        plan.planId(),
                        caseId,
                        plan.communityId(),
                        on,
                        form.checklist().stream().map(CheckItem::label).collect(Collectors.joining("；")),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
    }

    Optional<FinalPlan> ofCommunity(long communityId) {
        return jdbc.sql(
                        "select plan_id, finalised_on from final_plan where community_id = ? order by plan_id desc limit 1")
                .param(communityId)
                .query(FinalPlan.class)
                .optional();
    }

    record FinalPlan(long planId, LocalDate finalisedOn) {}
}
