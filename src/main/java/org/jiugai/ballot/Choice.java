package org.jiugai.ballot;

import java.util.Arrays;
import java.util.Optional;

/** What a ballot says to an item; abstention takes part and does not agree. */
public enum Choice {
    AGREE("同意"),
    AGAINST("反对"),
    ABSTAIN("弃权");

    private final String label;

    Choice(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The choice that a form names; empty for anything else. */
    public static Optional<Choice> named(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equals(name))
                .findFirst();
    }
}
