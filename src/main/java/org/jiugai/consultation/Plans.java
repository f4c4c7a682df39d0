package org.jiugai.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of plan versions; only ever added. */
@Repository
class Plans {
    private static final String PLAN =
            "select p.*, c.name community_name from renovation_plan p join case_community c on c.id = p.community_id ";
    private static final String LATEST = "order by p.round desc, p.revision desc limit 1";
    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, long communityId, int round, PlanForm form, LocalDate on, Actor actor, Instant now) {
        long planId = jdbc.sql(
                        """
                        insert into renovation_plan (case_id, community_id, round, revision, estimate_fen, resident_share_fen,
                            over_ceiling_reason, structure_changed, common_part_change, follow_up_plan, comment,
                            submitted_on, person, office, recorded_at)
                        values (:case, :community, :round,
                            (select count(*) from renovation_plan where community_id = :community and round = :round),
                            :estimate, :residents, :reason, :structure, :common, :followUp, :comment, :on, :person, :office, :now)
                        returning id""")
                .param("case", caseId)
                .param("community", communityId)
                .param("round", round)
                .param("estimate", form.totalEstimate().fen())
                .param("residents", form.residentShare().fen())
                .param("reason", form.overCeilingReason())
                .param("structure", form.structureChanged())
                .param("common", form.commonPartChange())
                .param("followUp", form.followUpPlan())
                .param("comment", form.comment())
                .param("on", on)
                .param("person", actor.personId())
                .param("office", actor.officeId())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        addRows(planId, form);
        return planId;
    }

    private void addRows(long planId, PlanForm form) {
        int no = 1;
        for (PlanForm.Item item : form.items()) {
            jdbc.sql("insert into plan_item values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            planId,
                            no++,
                            item.itemClass().name(),
                            item.content().strip(),
                            item.quantity(),
                            item.unit(),
                            item.unitPrice().fen(),
                            item.amount().fen())
                    .update();
        }
        no = 1;
        for (PlanForm.Fund fund : form.fundPlan()) {
            jdbc.sql("insert into plan_fund values (?, ?, ?, ?)")
                    .params(planId, no++, fund.source().name(), fund.amount().fen())
                    .update();
        }
        no = 1;
        for (String chapter : form.chapters()) {
            jdbc.sql("insert into plan_chapter values (?, ?, ?)")
                    .params(planId, no++, chapter)
                    .update();
        }
    }

    boolean isOf(long caseId, long planId) {
        return jdbc.sql("select exists (select 1 from renovation_plan where id = ? and case_id = ?)")
                .params(planId, caseId)
                .query(Boolean.class)
                .single();
    }

    PlanSummary get(long planId) {
        return jdbc.sql(PLAN + "where p.id = ?")
                .param(planId)
                .query(Plans::summary)
                .optional()
                .orElseThrow(() -> new RuleViolation("consultation.unknownPlan", "没有编号为 " + planId + " 的方案"));
    }

    Optional<PlanSummary> latest(long communityId) {
        return jdbc.sql(PLAN + "where p.community_id = ? " + LATEST)
                .param(communityId)
                .query(Plans::summary)
                .optional();
    }

    List<PlanSummary> ofCommunity(long communityId) {
        return jdbc.sql(PLAN + "where p.community_id = ? order by p.round, p.revision")
                .param(communityId)
                .query(Plans::summary)
                .list();
    }

    /** The latest version of each community of the case. */
    List<PlanSummary> latestOfCase(long caseId) {
        return jdbc.sql(
                        """
                        select distinct on (p.community_id) p.*, c.name community_name
                        from renovation_plan p join case_community c on c.id = p.community_id
                        where p.case_id = ? order by p.community_id, p.round desc, p.revision desc""")
                .param(caseId)
                .query(Plans::summary)
                .list();
    }

    int countInRound(long communityId, int round) {
        return jdbc.sql("select count(*) from renovation_plan where community_id = ? and round = ?")
                .params(communityId, round)
                .query(Integer.class)
                .single();
    }

    PlanDetails details(long planId) {
        List<PlanItem> items = jdbc.sql("select * from plan_item where plan_id = ? order by no")
                .param(planId)
                .query((row, n) -> new PlanItem(
                        ItemClass.valueOf(row.getString("item_class")),
                        row.getString("content"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit"),
                        Money.ofFen(row.getLong("unit_price_fen")),
                        Money.ofFen(row.getLong("amount_fen"))))
                .list();
        List<PlanDetails.PlannedFund> funds = jdbc.sql(
                        "select source, amount_fen from plan_fund where plan_id = ? order by no")
                .param(planId)
                .query((row, n) -> new PlanDetails.PlannedFund(
                        FundSource.valueOf(row.getString("source")), Money.ofFen(row.getLong("amount_fen"))))
                .list();
        List<String> chapters = jdbc.sql("select title from plan_chapter where plan_id = ? order by no")
                .param(planId)
                .query(String.class)
                .list();
        PlanSummary summary = get(planId);
        return jdbc.sql("select over_ceiling_reason, follow_up_plan from renovation_plan where id = ?")
                .param(planId)
                .query((row, n) -> new PlanDetails(
                        summary,
                        chapters,
                        items,
                        funds,
                        row.getString("over_ceiling_reason"),
                        row.getString("follow_up_plan")))
                .single();
    }

    static String version(int round, int revision) {
        return "v" + round + (revision == 0 ? "" : "." + revision);
    }

    private static PlanSummary summary(ResultSet row, int n) throws SQLException {
        return new PlanSummary(
                row.getLong("id"),
                row.getLong("community_id"),
                row.getString("community_name"),
                version(row.getInt("round"), row.getInt("revision")),
                Money.ofFen(row.getLong("estimate_fen")),
                Money.ofFen(row.getLong("resident_share_fen")),
                row.getBoolean("structure_changed"),
                row.getBoolean("common_part_change"),
                row.getString("office"),
                row.getDate("submitted_on").toLocalDate());
    }
}
