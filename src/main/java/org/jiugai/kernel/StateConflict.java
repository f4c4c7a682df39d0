package org.jiugai.kernel;

/** A refusal because the thing has meanwhile moved on: answered with 409 and a readable reason. */
public class StateConflict extends RuleViolation {
    private static final long serialVersionUID = 1L;

    public StateConflict(String code, String message) {
        super(code, message);
    }

    @Override
    public boolean isConflict() {
        return true;
    }
}
