package org.jiugai.acceptance;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.acceptance.ComprehensiveAcceptance.Decision;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Level;
import org.jiugai.policy.Parameters.Requirement;
import org.jiugai.satisfaction.SatisfactionFigures;
import org.jiugai.satisfaction.SatisfactionSurvey;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comprehensive acceptance of the project (项目综合验收) against annual plan and scheme, where the policy has one. */
@Service
@Transactional
public class ComprehensiveManagement {
    private final JdbcClient jdbc;
    private final AcceptanceBodies bodies;
    private final AcceptanceManagement acceptance;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final WorkingCalendar calendar;
    private final SatisfactionSurvey survey;
    private final Clock clock;

    ComprehensiveManagement(
            JdbcClient jdbc,
            AcceptanceBodies bodies,
            AcceptanceManagement acceptance,
            CaseManagement cases,
            DocumentManagement documents,
            WorkingCalendar calendar,
            SatisfactionSurvey survey,
            Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.acceptance = acceptance;
        this.cases = cases;
        this.documents = documents;
        this.calendar = calendar;
        this.survey = survey;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isRequired(long caseId) {
        return bodies.comprehensive(caseId).required();
    }

    /** The office that decides. */
    @Transactional(readOnly = true)
    public String office(long caseId) {
        Requirement seat = bodies.comprehensive(caseId);
        return bodies.office(caseId, seat.role(), seat.level() == null ? Level.COUNTY : seat.level());
    }

    /** Records the decision; late filing is a finding, a missing follow-up plan holds the acceptance up. */
    public void record(long caseId, ComprehensiveAcceptance form, Actor actor) {
        check(caseId, form);
        long id = jdbc.sql(
                        """
                        insert into comprehensive_acceptance (case_id, decision, plan_match, satisfaction_bp, improvement_plan,
                            file_date, comment, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.decision().name(),
                        form.planMatch(),
                        form.satisfaction().movePointRight(2).intValueExact(),
                        form.improvementPlan(),
                        form.fileDate(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        attach(caseId, "后续管理方案", id, form.followUpPlanFile(), actor);
        attach(caseId, "综合验收表", id, form.acceptanceForm(), actor);
        warnOfClaimedSatisfaction(caseId, form.satisfaction());
        if (form.decision() == Decision.PASS) warnOfLateFiling(caseId, Objects.requireNonNull(form.fileDate()));
    }

    private void check(long caseId, ComprehensiveAcceptance form) {
        Faults faults = new Faults();
        LocalDate accepted = acceptedOn(caseId);
        if (form.decision() == Decision.PASS) {
            Share wanted = cases.parameter(caseId, Parameters.SATISFACTION);
            faults.require(
                            !form.followUpPlanFile().isEmpty()
                                    || !cases.parameter(caseId, Parameters.MANAGEMENT_PLAN_REQUIRED),
                            "followUpPlanFile",
                            "【后续管理方案】本案政策要求综合验收时同步报送，未报送不得通过")
                    .require(
                            Share.ofPercent(form.satisfaction().toPlainString()).isAtLeast(wanted)
                                    || !isBlank(form.improvementPlan()),
                            "improvementPlan",
                            "【满意度提升措施】居民满意度低于" + wanted.percent() + "%时必填")
                    .require(form.planMatch() || !isBlank(form.comment()), "comment", "【意见说明】与年度计划不一致时须说明户数、楼栋或面积的差异")
                    .require(form.fileDate() != null, "fileDate", "【竣工备案日期】通过时必填")
                    .require(
                            form.fileDate() == null
                                    || (!form.fileDate().isBefore(accepted)
                                            && !form.fileDate().isAfter(LocalDate.now(clock))),
                            "fileDate",
                            "【竣工备案日期】不得早于竣工验收合格日（" + accepted + "），不得晚于今天");
        } else {
            faults.require(!isBlank(form.comment()), "comment", "【意见说明】整改或不通过时必填，须列明问题");
        }
        faults.refuse("acceptance.invalidComprehensiveAcceptance");
    }

    /** What the form claims is more than the households answered. */
    private void warnOfClaimedSatisfaction(long caseId, BigDecimal claimed) {
        SatisfactionFigures answered = survey.total(caseId);
        answered.percent()
                .filter(percent -> claimed.compareTo(percent) > 0)
                .ifPresent(percent -> cases.raise(
                        caseId,
                        new Finding(
                                "SATISFACTION",
                                Severity.WARN,
                                "综合验收填报的居民满意度" + claimed.toPlainString() + "%高于满意度调查结果" + percent.toPlainString() + "%（"
                                        + answered.answers() + "户回答）",
                                "组织开展群众满意度调查等活动，保障居民参与、监督老旧小区改造全过程")));
    }

    private void warnOfLateFiling(long caseId, LocalDate filed) {
        LocalDate last = calendar.end(
                        acceptedOn(caseId),
                        cases.parameter(caseId, Parameters.FILING_DAYS),
                        DayType.valueOf(cases.parameter(caseId, Parameters.FILING_DAY_TYPE)))
                .effective();
        if (!filed.isAfter(last)) return;
        cases.raise(
                caseId,
                new Finding(
                        "FILING",
                        Severity.WARN,
                        "竣工验收备案日期" + filed + "晚于法定期限" + last,
                        "建设工程质量管理条例第49条：自竣工验收合格之日起15日内备案"));
    }

    private LocalDate acceptedOn(long caseId) {
        return acceptance
                .passed(caseId)
                .map(AcceptancePassed::acceptedOn)
                .orElseThrow(() -> new IllegalStateException("comprehensive before final acceptance: " + caseId));
    }

    private void attach(long caseId, String purpose, long id, List<UUID> files, Actor actor) {
        if (!files.isEmpty()) documents.attach(caseId, purpose, "comprehensive-acceptance:" + id, files, actor);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
