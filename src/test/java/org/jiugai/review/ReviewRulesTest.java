package org.jiugai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.policy.Parameters.Weight;
import org.junit.jupiter.api.Test;

/** What opinions, expert reviews and conclusions must satisfy, without a server. */
class ReviewRulesTest {
    private static final LocalDate OPENED = LocalDate.of(2024, 1, 2);
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 9);

    private static List<String> fields(Faults faults) {
        return faults.all().stream().map(Fault::field).toList();
    }

    private static OpinionForm opinion(
            Opinion opinion, List<OpinionForm.Condition> conditions, String ground, String comment) {
        return new OpinionForm(opinion, conditions, ground, "沈毅", null, List.of(UUID.randomUUID()), comment);
    }

    @Test
    void plainAgreementNeedsNothingMore() {
        assertThat(OpinionRules.check(opinion(Opinion.AGREE, List.of(), null, null), TODAY, OPENED)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void everyFaultOfAnOpinionIsNamedAtOnce() {
        OpinionForm bare = new OpinionForm(
                Opinion.REFUSE, List.of(new OpinionForm.Condition("x")), " ", "沈毅", TODAY.plusDays(1), List.of(), null);
        assertThat(fields(OpinionRules.check(bare, TODAY, OPENED)))
                .containsExactly("conditions", "legalGround", "comment", "opinionDate");
    }

    @Test
    void anOpinionCannotBeOlderThanItsRound() {
        OpinionForm old =
                new OpinionForm(Opinion.AGREE, null, null, "沈毅", OPENED.minusDays(1), List.of(UUID.randomUUID()), null);
        assertThat(fields(OpinionRules.check(old, TODAY, OPENED))).containsExactly("opinionDate");
    }

    private static Standing standing(long id, Weight weight, Opinion opinion) {
        return new Standing(
                id,
                1,
                "role" + id,
                "office" + id,
                "部门" + id,
                weight,
                null,
                opinion == null ? null : id,
                opinion,
                null,
                "审查员",
                null,
                false,
                false,
                "部门 某人",
                TODAY,
                false);
    }

    private static Condition condition(boolean mandatory, boolean closed) {
        return new Condition(1, 1, "部门", mandatory, 1, 1, "条件", closed ? "CLOSED" : null, null, null, null, closed);
    }

    private static ConclusionForm conclusion(Conclusion outcome, String reason) {
        return new ConclusionForm(outcome, reason, "纪要1", null, null, null);
    }

    private static List<String> conclude(
            Conclusion outcome,
            String reason,
            Conclusion proposal,
            List<Standing> standings,
            List<Condition> conditions) {
        return fields(
                ConclusionRules.check(conclusion(outcome, reason), proposal, standings, conditions, TODAY, OPENED));
    }

    @Test
    void aMandatoryRefusalCannotBeOverriddenByAReason() {
        List<Standing> refused =
                List.of(standing(1, Weight.MANDATORY, Opinion.REFUSE), standing(2, Weight.ADVISORY, Opinion.AGREE));
        assertThat(conclude(Conclusion.PASSED, "协调一致", Conclusion.REJECTED, refused, List.of()))
                .containsExactly("outcome");
        assertThat(conclude(Conclusion.REJECTED, null, Conclusion.REJECTED, refused, List.of()))
                .isEmpty();
        assertThat(conclude(Conclusion.STOPPED, "退库", Conclusion.REJECTED, refused, List.of()))
                .isEmpty();
        assertThat(conclude(Conclusion.STOPPED, null, Conclusion.REJECTED, refused, List.of()))
                .containsExactly("overrideReason");
    }

    @Test
    void conditionsOfAMandatoryBodyCannotBeSkippedAndThereMustBeSomeForAConditionalPass() {
        List<Standing> revise = List.of(standing(1, Weight.MANDATORY, Opinion.REVISE));
        assertThat(conclude(
                        Conclusion.PASSED, "已口头落实", Conclusion.CONDITIONAL, revise, List.of(condition(true, false))))
                .containsExactly("outcome");
        assertThat(conclude(Conclusion.PASSED, "非强制", Conclusion.CONDITIONAL, revise, List.of(condition(false, false))))
                .isEmpty();
        assertThat(conclude(Conclusion.CONDITIONAL, "谨慎", Conclusion.PASSED, revise, List.of(condition(true, true))))
                .containsExactly("outcome");
    }

    @Test
    void nobodyConcludesWhileABodyHasNotAnswered() {
        List<Standing> open = List.of(standing(1, Weight.ADVISORY, null));
        assertThat(conclude(Conclusion.PASSED, null, Conclusion.PASSED, open, List.of()))
                .containsExactly("");
        assertThat(conclude(Conclusion.CHAIR_DECIDES, null, Conclusion.CHAIR_DECIDES, List.of(), List.of()))
                .containsExactly("outcome");
    }

    @Test
    void mandatoryAndAdvisoryRefusalsAreCountedApart() {
        Tally tally = Tally.of(List.of(
                standing(1, Weight.MANDATORY, Opinion.REFUSE),
                standing(2, Weight.ADVISORY, Opinion.REFUSE),
                standing(3, Weight.ADVISORY, Opinion.REVISE),
                standing(4, Weight.MANDATORY, Opinion.AGREE),
                standing(5, Weight.MANDATORY, null)));
        assertThat(tally).isEqualTo(new Tally(1, 1, 1, 1, 1));
    }

    private static ExpertForm.Expert expert(
            String name, String unit, ExpertForm.Speciality speciality, Opinion verdict, boolean recusal) {
        return new ExpertForm.Expert(name, unit, speciality, verdict, null, "无", recusal);
    }

    private static ExpertForm experts(Opinion opinion, ExpertForm.Expert... experts) {
        return new ExpertForm(List.of(experts), opinion, null, null, List.of(UUID.randomUUID()), null);
    }

    @Test
    void aPlanThatTouchesTheStructureNeedsAStructuralExpertAndNoneFromTheDesigner() {
        ExpertForm form = experts(
                Opinion.AGREE,
                expert("甲", "设计院", ExpertForm.Speciality.FIRE, Opinion.AGREE, true),
                expert("乙", "大学", ExpertForm.Speciality.COST, Opinion.AGREE, true),
                expert("乙", "大学", ExpertForm.Speciality.COST, Opinion.AGREE, true));
        assertThat(fields(ExpertRules.check(form, true, "设计院")))
                .containsExactly("experts", "experts", "experts[0].unit");
        assertThat(fields(ExpertRules.check(form, false, ""))).containsExactly("experts");
    }

    @Test
    void theGroupFollowsItsMajority() {
        ExpertForm form = experts(
                Opinion.REVISE,
                expert("甲", "大学", ExpertForm.Speciality.FIRE, Opinion.REFUSE, true),
                expert("乙", "大学", ExpertForm.Speciality.COST, Opinion.REFUSE, true),
                expert("丙", "大学", ExpertForm.Speciality.STRUCTURE, Opinion.AGREE, true));
        assertThat(fields(ExpertRules.check(form, false, ""))).containsExactly("opinion", "conditions", "comment");
    }
}
