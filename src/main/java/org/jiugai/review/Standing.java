package org.jiugai.review;

import java.time.LocalDate;
import org.jiugai.policy.Parameters.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Where a body stands in a round: the opinion that counts, none while it has not answered.
 *
 * @param enteredFor another office entered the stamped paper opinion (代录)
 * @param contested the body contests what was entered for it and has not yet given its own
 */
public record Standing(
        long requestId,
        long roundId,
        String role,
        @Nullable String office,
        String bodyName,
        Weight weight,
        @Nullable Long carriedFrom,
        @Nullable Long opinionId,
        @Nullable Opinion opinion,
        @Nullable String legalGround,
        @Nullable String reviewer,
        @Nullable String explanation,
        @Nullable Boolean enteredFor,
        @Nullable Boolean bySilence,
        @Nullable String actorName,
        @Nullable LocalDate happenedOn,
        boolean contested) {
    public boolean is(Opinion expected) {
        return opinion == expected;
    }

    public boolean isMandatory() {
        return weight == Weight.MANDATORY;
    }

    /** For people: 修改后同意（代录）. */
    public String shown() {
        if (opinion == null) return "未出具";
        String note = contested ? "（代录，部门有异议）" : isTrue(enteredFor) ? "（代录）" : isTrue(bySilence) ? "（逾期默示）" : "";
        return opinion.label() + note + (carriedFrom == null ? "" : "（沿用）");
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
