package org.jiugai.review;

/** What becomes of submitted material. */
public enum IntakeDecision {
    ACCEPTED,
    SUPPLEMENT,
    REFUSED
}
