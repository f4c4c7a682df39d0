package org.jiugai.publicsite.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.ballot.Choice;

/** The fields of a ballot's form: {@code choice} and the number of the item. */
final class BallotFields {
    private static final Pattern ITEM = Pattern.compile("choice(\\d{1,3})");

    private BallotFields() {}

    /** The choices by item. What is not a choice for an item is none. */
    static Map<Integer, Choice> choices(Map<String, String> fields) {
        Map<Integer, Choice> choices = new TreeMap<>();
        fields.forEach((field, value) -> {
            Matcher item = ITEM.matcher(field);
            if (item.matches())
                Choice.named(value).ifPresent(choice -> choices.put(Integer.valueOf(item.group(1)), choice));
        });
        return choices;
    }
}
