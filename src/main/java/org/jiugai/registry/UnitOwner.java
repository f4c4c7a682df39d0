package org.jiugai.registry;

import org.jspecify.annotations.Nullable;

/**
 * Who owns a unit today.
 *
 * @param votes whether he votes for the co-owners
 */
public record UnitOwner(
        long ownerId,
        long unitId,
        OwnerKind kind,
        String name,
        @Nullable String identityTail,
        @Nullable String phone,
        boolean votes) {
    /** 张*, as everybody sees it who has the baseline before him. */
    public String masked() {
        return kind == OwnerKind.PERSON ? masked(name) : name;
    }

    /** A person's name with all but its first character covered. */
    static String masked(String person) {
        return person.substring(0, 1) + "*".repeat(Math.max(1, Math.min(2, person.length() - 1)));
    }
}
