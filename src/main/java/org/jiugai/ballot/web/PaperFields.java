package org.jiugai.ballot.web;

import java.util.HashMap;
import java.util.Map;
import org.jiugai.ballot.BallotPaper;
import org.jiugai.ballot.Choice;
import org.jiugai.ballot.InvalidReason;
import org.jiugai.ballot.PaperBallots.Reading;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** What was typed about a paper ballot. */
final class PaperFields {
    private PaperFields() {}

    static Reading reading(Map<String, String> fields, VoteSummary vote) {
        Faults faults = new Faults();
        String no = fields.getOrDefault("rollNo", "").strip();
        Integer rollNo = number(no);
        InvalidReason invalid = named(InvalidReason.class, fields.get("invalid"));
        faults.require(
                rollNo != null || no.isEmpty() && invalid == InvalidReason.NOT_ON_ROLL, "rollNo", "【名册序号】填写选票上印的序号");
        Map<Integer, Choice> choices = new HashMap<>();
        for (BallotPaper.Item item : vote.items()) {
            Choice choice = named(Choice.class, fields.get("choice" + item.no()));
            if (choice != null) choices.put(item.no(), choice);
        }
        faults.refuse("ballot.paperRefused");
        return new Reading(rollNo, invalid == null ? choices : Map.of(), invalid);
    }

    /** A number on the roll; null for whatever is none. */
    static @Nullable Integer number(String text) {
        String no = text.strip();
        return no.matches("\\d{1,9}") ? Integer.valueOf(no) : null;
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        for (E value : type.getEnumConstants()) if (value.name().equals(name)) return value;
        return null;
    }
}
