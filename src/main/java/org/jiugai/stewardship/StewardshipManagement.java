package org.jiugai.stewardship;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the communities of a case are managed after the renovation. */
@Service
@Transactional
public class StewardshipManagement {
    private final JdbcClient jdbc;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final Clock clock;

    StewardshipManagement(JdbcClient jdbc, CaseManagement cases, DocumentManagement documents, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The mode in force for a community.
     *
     * @param feeFen fen per square metre and month
     */
    public record Chosen(
            long id,
            long communityId,
            ManagementMode mode,
            String managerName,
            @Nullable LocalDate contractDate,
            @Nullable Long feeFen,
            LocalDate handoverOn,
            LocalDate decidedOn) {
        /** Yuan per square metre and month, for people; a dash where nothing is charged. */
        public String shownFee() {
            return feeFen == null ? "—" : Money.ofFen(feeFen).shown();
        }
    }

    /**
     * Records the mode of a community.
     *
     * @throws RuleViolation when the policy does not know the mode, or contract, fee or vote are missing
     */
    public void choose(long caseId, long communityId, ManagementModeForm form, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        StewardshipRules.check(form, cases.parameter(caseId, Parameters.STEWARDSHIP_MODES), today);
        Money fee = form.fee();
        long id = jdbc.sql(
                        """
                        insert into management_mode (case_id, community_id, mode, manager_name, contract_date, fee_fen, revenue_use,
                            maintenance_fund_plan, handover_on, decided_on, comment, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        communityId,
                        form.mode().name(),
                        form.managerName(),
                        form.contractDate(),
                        fee == null ? null : fee.fen(),
                        form.revenueUse(),
                        form.maintenanceFundPlan(),
                        form.handoverDate(),
                        today,
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        documents.attach(caseId, "业主共同决定结果", "management-mode:" + id, form.voteDocs(), actor);
    }

    /** The mode that was chosen last for the community. */
    @Transactional(readOnly = true)
    public Optional<Chosen> of(long communityId) {
        return jdbc.sql(
                        """
                        select id, community_id, mode, manager_name, contract_date, fee_fen, handover_on, decided_on
                        from management_mode where community_id = ? order by id desc limit 1""")
                .param(communityId)
                .query(Chosen.class)
                .optional();
    }

    /** The modes that the case's policy allows. */
    @Transactional(readOnly = true)
    public List<ManagementMode> allowed(long caseId) {
        return cases.parameter(caseId, Parameters.STEWARDSHIP_MODES).stream()
                .map(ManagementMode::valueOf)
                .toList();
    }
}
