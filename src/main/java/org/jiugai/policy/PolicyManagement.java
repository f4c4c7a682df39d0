package org.jiugai.policy;

/** Policies for other rooms: which version is in force, what a pinned version says. */
public interface PolicyManagement {
    /** The version in force of a policy. @throws org.jiugai.kernel.RuleViolation when masked values are not filled or no such policy */
    Policy inForce(String code);

    /** A version that a case has pinned. */
    Policy pinned(long versionId);
}
