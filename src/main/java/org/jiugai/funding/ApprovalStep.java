package org.jiugai.funding;

import java.util.Optional;
import java.util.stream.Stream;

/** The chain through which a payment goes. Without the supervisor's signature nothing is paid (质量条例37), so he is the first. */
public enum ApprovalStep {
    SUPERVISOR("监理审核"),
    EMPLOYER("建设单位审核"),
    HOUSING("住建审核"),
    FINANCE("财政审批");

    private final String label;

    ApprovalStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isLast() {
        return this == FINANCE;
    }

    Optional<ApprovalStep> previous() {
        return Stream.of(values()).filter(step -> step.compareTo(this) < 0).reduce((a, b) -> b);
    }
}
