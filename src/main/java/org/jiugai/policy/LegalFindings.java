package org.jiugai.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.Share;
import org.jiugai.organisation.Roles;
import org.jiugai.policy.Parameters.SameOffice;
import org.jiugai.policy.Parameters.Tranche;
import org.jiugai.policy.Parameters.Trigger;

/**
 * Where the numbers of a policy contradict the law (book 2.5, 3.3). The numbers stay as they are; a person answers each finding. The caps
 * are the national values, which name their law.
 */
public final class LegalFindings {
    /** Who gets his first money after half of the work has financed it himself. */
    private static final Share LATE_FIRST_PAYMENT = new Share(1, 2);

    private LegalFindings() {}

    public static List<Finding> of(Policy policy) {
        List<Finding> findings = new ArrayList<>();
        List<Tranche> schedule = policy.get(Parameters.PAYMENT_SCHEDULE);
        progress(policy, schedule, findings);
        retention(policy, schedule, findings);
        prefinancing(schedule, findings);
        labour(policy, findings);
        duties(policy, findings);
        return List.copyOf(findings);
    }

    private static void progress(Policy policy, List<Tranche> schedule, List<Finding> findings) {
        Share least = policy.national(Parameters.PROGRESS_MIN_SHARE);
        Map<String, Share> shares = PaymentShares.of(schedule);
        Share paid = Share.ZERO;
        for (Tranche tranche : schedule) {
            Share threshold = tranche.threshold();
            if (threshold == null) continue;
            paid = paid.plus(shares.getOrDefault(tranche.id(), Share.ZERO));
            Share ofValue = new Share(
                    Math.multiplyExact(paid.numerator(), threshold.denominator()),
                    Math.multiplyExact(paid.denominator(), threshold.numerator()));
            if (ofValue.isAtLeast(least)) continue;
            findings.add(new Finding(
                    "PAY1",
                    Severity.WARN,
                    "工程进度达到%s时累计拨付%s，仅为已完成工程价款的%s，低于规定的%s"
                            .formatted(shown(threshold), shown(paid), shown(ofValue), shown(least)),
                    "财建〔2022〕183号（2022年8月1日起签订的合同）"));
        }
    }

    private static void retention(Policy policy, List<Tranche> schedule, List<Finding> findings) {
        Share cap = policy.national(Parameters.RETENTION_SHARE);
        Share inSchedule = PaymentShares.retained(schedule);
        Share named = policy.get(Parameters.RETENTION_SHARE);
        Share retained = named.isMoreThan(inSchedule) ? named : inSchedule;
        if (retained.isMoreThan(cap))
            findings.add(new Finding(
                    "PAY2",
                    Severity.WARN,
                    "本方案质保金比例%s高于建质〔2017〕138号规定的%s上限".formatted(shown(retained), shown(cap)),
                    "建质〔2017〕138号第7条"));
    }

    private static void prefinancing(List<Tranche> schedule, List<Finding> findings) {
        if (schedule.isEmpty()) return;
        Tranche first = schedule.get(0);
        Share threshold =
                first.trigger() == Trigger.PROGRESS && first.threshold() != null ? first.threshold() : Share.WHOLE;
        if (threshold.isAtLeast(LATE_FIRST_PAYMENT))
            findings.add(new Finding(
                    "PAY6",
                    Severity.WARN,
                    "首次拨付在工程进度达到%s时，此前由施工单位垫资".formatted(shown(threshold)),
                    "政府投资条例第22条；保障农民工工资支付条例第23条；保障中小企业款项支付条例第8条"));
    }

    /** A city that sets milestones of its own must say itself that labour is paid monthly; the default does not say it in its place. */
    private static void labour(Policy policy, List<Finding> findings) {
        boolean ownMilestones = !policy.provenance(Parameters.PAYMENT_SCHEDULE).isDefault();
        boolean ownLabourLine = !policy.provenance(Parameters.LABOUR_MONTHLY).isDefault();
        boolean monthly = policy.get(Parameters.LABOUR_MONTHLY);
        if (!monthly || (ownMilestones && !ownLabourLine))
            findings.add(new Finding("PAY8", Severity.BLOCK, "只按节点拨付工程款，没有按月拨付人工费用的安排", "保障农民工工资支付条例第24条"));
    }

    private static void duties(Policy policy, List<Finding> findings) {
        String interpretation = policy.interpretation(Parameters.SAME_OFFICE_STEPS);
        for (SameOffice duty : policy.get(Parameters.SAME_OFFICE_STEPS)) {
            String steps = interpretation == null ? String.join("、", duty.steps()) : interpretation;
            findings.add(new Finding(
                    "DUTY",
                    Severity.WARN,
                    "%s一家连续办理%d个应当相互监督的环节：%s"
                            .formatted(Roles.name(duty.role()), duty.steps().size(), steps),
                    "财会〔2012〕21号第12条（不相容岗位相互分离）"));
        }
    }

    private static String shown(Share share) {
        return new BigDecimal(share.percent()).stripTrailingZeros().toPlainString() + "%";
    }
}
