package org.jiugai.funding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 42: one step of the chain decides; the last one pays. */
public record PaymentApproval(
        @Label("审核意见") @NotNull Decision decision,
        @Label("核定金额") @Nullable Money approvedAmount,
        @Label("资金来源") @Nullable Source source,
        @Label("合规提示") @Valid List<FindingAnswer> findings,
        @Label("退回至") @Nullable ReturnTo returnTo,
        @Label("拨付日") @Nullable LocalDate paidDate,
        @Label("拨付凭证") List<UUID> bankSlip,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment,
        @Label("附件") List<UUID> attachments) {
    @SuppressWarnings("NullAway") // what is hidden in the form does not arrive
    public PaymentApproval {
        findings = findings == null ? List.of() : List.copyOf(findings);
        bankSlip = bankSlip == null ? List.of() : List.copyOf(bankSlip);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    public enum Decision {
        AGREE("同意"),
        REDUCE("核减"),
        RETURN("退回"),
        REFUSE("拒付");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isPositive() {
            return this == AGREE || this == REDUCE;
        }
    }

    /** The step to which a payment goes back. */
    public enum ReturnTo {
        APPLICANT("施工单位申请", null),
        SUPERVISOR("监理审核", ApprovalStep.SUPERVISOR),
        EMPLOYER("建设单位审核", ApprovalStep.EMPLOYER),
        HOUSING("住建审核", ApprovalStep.HOUSING);

        private final String label;
        private final @Nullable ApprovalStep step;

        ReturnTo(String label, @Nullable ApprovalStep step) {
            this.label = label;
            this.step = step;
        }

        public String label() {
            return label;
        }

        boolean isBefore(ApprovalStep current) {
            return step == null || step.compareTo(current) < 0;
        }
    }

    /**
     * One finding of the case as the form lists it.
     *
     * @param answer the reason why the payment goes on, required for whatever warns
     */
    public record FindingAnswer(
            @Label("编号") long findingId,
            @Label("规则") @Size(max = 60) @Nullable String ruleId,
            @Label("提示") @Size(max = 2000) @Nullable String message,
            @Label("答复理由") @Size(max = 500) @Nullable String answer) {
        boolean isAnswered() {
            return answer != null && !answer.isBlank();
        }
    }
}
