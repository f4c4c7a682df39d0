package org.jiugai.review;

/** What the approver decides. */
public enum ApprovalDecision {
    APPROVED,
    RETURNED
}
