package org.jiugai.kernel;

import java.util.List;

/**
 * A refusal: what was asked is against a rule. Nothing was changed. The message is Chinese and meant for the person who asked; the
 * code is stable ({@code <room>.<fact>}) and is the problem code over HTTP.
 */
public class RuleViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * One fault of what was entered.
     *
     * @param field name of the form's field ({@code conditions[0].content}), empty when the whole is meant
     * @param message Chinese, names the field and the rule
     */
    public record Fault(String field, String message) {}

    public RuleViolation(String code, String message) {
        this(code, List.of(new Fault("", message)));
    }

    public RuleViolation(String code, String field, String message) {
        this(code, List.of(new Fault(field, message)));
    }

    public RuleViolation(String code, List<Fault> faults) {
        super(String.join("；", faults.stream().map(Fault::message).toList()));
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Whether the same request may succeed later because somebody else was faster (409) or never as it stands (422). */
    public boolean isConflict() {
        return false;
    }
}
