package org.jiugai.kernel;

/**
 * A contradiction between what is planned or done and the law (book 2.5, 8.1). It is not corrected silently: a person answers it with a reason.
 *
 * @param ruleId stable id, e.g. {@code PAY2}
 * @param severity how much it stops
 * @param message Chinese, with the numbers that contradict
 * @param legalBasis document and clause
 */
public record Finding(String ruleId, Severity severity, String message, String legalBasis) {
    public enum Severity {
        INFO,
        WARN,
        BLOCK
    }
}
