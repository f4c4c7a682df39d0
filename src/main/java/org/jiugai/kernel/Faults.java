package org.jiugai.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.kernel.RuleViolation.Fault;

/** Collects all faults of one submission, so that a clerk hears of them at once and not one by one. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    /** Records the fault when the rule does not hold. */
    public Faults require(boolean holds, String field, String message) {
        if (!holds) found.add(new Fault(field, message));
        return this;
    }

    public Faults add(String field, String message) {
        return require(false, field, message);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }

    /** Refuses with everything found, or does nothing. */
    public void refuse(String code) {
        if (!found.isEmpty()) throw new RuleViolation(code, found);
    }
}
