package org.jiugai.review;

import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** Which conclusion the opinions of a round allow. A mandatory refusal is a veto (book 3.6): no reason overrides it. */
final class ConclusionRules {
    private ConclusionRules() {}

    static Faults check(
            ConclusionForm form,
            Conclusion proposal,
            List<Standing> standings,
            List<Condition> conditions,
            LocalDate today,
            LocalDate openedOn) {
        Tally tally = Tally.of(standings);
        Conclusion outcome = form.outcome();
        boolean passes = outcome == Conclusion.PASSED || outcome == Conclusion.CONDITIONAL;
        boolean open = conditions.stream().anyMatch(c -> !c.closed());
        boolean mandatoryOpen = conditions.stream().anyMatch(c -> c.mandatory() && !c.closed());
        return new Faults()
                .require(tally.missing() == 0, "", "尚有 " + tally.missing() + " 个部门未出具意见，不能形成结论")
                .require(outcome != Conclusion.CHAIR_DECIDES, "outcome", "【结论】须明确通过、修改后通过、不通过或终止")
                .require(
                        !passes || tally.mandatoryRefusals() == 0,
                        "outcome",
                        "【结论】有 " + tally.mandatoryRefusals() + " 个必审部门不同意，只能不通过或终止评审")
                .require(outcome != Conclusion.PASSED || !mandatoryOpen, "outcome", "【结论】必审部门的修改条件尚未落实，不能直接通过，请选择修改后通过")
                .require(outcome != Conclusion.CONDITIONAL || open, "outcome", "【结论】没有待落实的修改条件，不能作出修改后通过")
                .require(
                        outcome == proposal || isFilled(form.overrideReason()),
                        "overrideReason",
                        "【改变建议结论的理由】结论与建议结论“" + proposal.label() + "”不一致时必填")
                .require(isDayBetween(form.meetingDate(), openedOn, today), "meetingDate", "【会议日期】不能早于本轮开启日，也不能晚于今天");
    }

    private static boolean isDayBetween(@Nullable LocalDate day, LocalDate from, LocalDate to) {
        return day == null || (!day.isBefore(from) && !day.isAfter(to));
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
