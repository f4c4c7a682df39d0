package org.jiugai.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The survey of a case: households, condition, needs. */
@Service
@Transactional
public class SurveyManagement {
    private final SurveyFile file;
    private final HouseholdVisits visits;
    private final Structures structures;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final Clock clock;

    SurveyManagement(
            SurveyFile file,
            HouseholdVisits visits,
            Structures structures,
            CaseManagement cases,
            DocumentManagement documents,
            Clock clock) {
        this.file = file;
        this.visits = visits;
        this.structures = structures;
        this.cases = cases;
        this.documents = documents;
        this.clock = clock;
    }

    /** Households as counted by building. */
    public record Counts(int households, int surveyed, int supporting, int notReached) {
        private Counts plus(Counts other) {
            return new Counts(
                    households + other.households,
                    surveyed + other.surveyed,
                    supporting + other.supporting,
                    notReached + other.notReached);
        }
    }

    /**
     * Records the household visits, one row for each building. Figures that differ with a reason become those of the case; a finding
     * keeps the old ones.
     *
     * @throws RuleViolation when buildings or households differ from the case's communities and no reason is given
     */
    public void recordHouseholds(long caseId, HouseholdSurveyForm form, Actor actor) {
        cases.lock(caseId);
        List<CaseCommunity> communities = cases.communities(caseId);
        Faults faults = SurveyRules.checkHouseholds(form, communities, today());
        communities.forEach(community -> SurveyRules.checkVisits(
                form,
                community,
                visits.coverage(community.communityId()),
                cases.parameter(caseId, Parameters.SURVEY_COVERAGE),
                visits.attempts(caseId),
                faults));
        faults.refuse("survey.householdsRefused");
        long id = file.add(caseId, form, actor, clock.instant());
        documents.attach(caseId, "入户调查签字影像", "household-survey:" + id, form.signatures(), actor);
        communities.stream()
                .map(community -> Recount.of(form, community))
                .filter(Recount::differs)
                .forEach(found -> correct(caseId, found, form.differenceReason()));
    }

    private void correct(long caseId, Recount found, @Nullable String reason) {
        cases.correctFigures(found.community().communityId(), found.households(), found.buildings());
        cases.raise(
                caseId,
                new Finding(
                        "SURVEY2", Finding.Severity.INFO, found.shown() + "，以复核数为准；差异说明：" + reason, "本案年度计划所列户数、楼栋数"));
    }

    /** Records the condition; a house of level C or D makes the case leave the programme. */
    public SurveyOutcome recordCondition(long caseId, ConditionSurveyForm form, Actor actor) {
        SurveyRules.checkCondition(form, cases.communities(caseId), today());
        long id = file.add(caseId, form, actor, clock.instant());
        String subject = "condition-survey:" + id;
        structures.list(caseId, id, form.structures());
        documents.attach(caseId, "现状评估报告", subject, form.report(), actor);
        form.problems().forEach(problem -> documents.attach(caseId, "现状问题照片", subject, problem.photos(), actor));
        boolean dangerous = form.conditions().stream()
                .anyMatch(condition -> condition.structureLevel().dangerous());
        return dangerous ? SurveyOutcome.EXIT : SurveyOutcome.CONFIRMED;
    }

    /** Records the summary; a coverage below the policy's is raised as a finding. */
    public void recordNeeds(long caseId, NeedSummaryForm form, Actor actor) {
        int households = cases.communities(caseId).stream()
                .mapToInt(CaseCommunity::households)
                .sum();
        SurveyRules.checkNeeds(form, households);
        file.add(caseId, form, households, today(), actor, clock.instant());
        Share coverage = Share.ratio(form.surveyed(), households);
        Share wanted = cases.parameter(caseId, Parameters.SURVEY_COVERAGE);
        if (!coverage.isAtLeast(wanted)) {
            cases.raise(
                    caseId,
                    new Finding(
                            "SURVEY1",
                            Finding.Severity.WARN,
                            "入户调查覆盖率 " + coverage.percent() + "%，低于 " + wanted.percent() + "%",
                            "本案政策关于入户调查覆盖率的规定"));
        }
    }

    /** The totals of the latest household survey; zeros before it. */
    @Transactional(readOnly = true)
    public Counts counts(long caseId) {
        return file.buildings(caseId).stream()
                .map(b -> new Counts(b.households(), b.surveyed(), b.supporting(), b.notReached()))
                .reduce(new Counts(0, 0, 0, 0), Counts::plus);
    }

    /** The summed needs in the order of their rank. */
    @Transactional(readOnly = true)
    public List<String> priorities(long caseId) {
        return file.needs(caseId).map(needs -> file.priorities(needs.id())).orElse(List.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
