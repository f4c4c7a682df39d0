package org.jiugai.ballot;

import java.util.EnumMap;
import java.util.Map;

/** Counts an item exactly: no rounded percentages, whole persons and whole 0.01 m² multiplied across (民法典278, book 2.1 R-VOTE). */
final class Tally {
    private final Totals eligible;
    private final Map<Choice, Totals> choices = new EnumMap<>(Choice.class);

    /** @param eligible everybody on the roll */
    Tally(Totals eligible) {
        this.eligible = eligible;
        for (Choice choice : Choice.values()) choices.put(choice, Totals.NONE);
    }

    void add(Choice choice, Totals voter) {
        choices.merge(choice, voter, Totals::plus);
    }

    Totals of(Choice choice) {
        return choices.getOrDefault(choice, Totals.NONE);
    }

    Totals participated() {
        return of(Choice.AGREE).plus(of(Choice.AGAINST)).plus(of(Choice.ABSTAIN));
    }

    ItemResult result(int no, StatutoryItem item, String text, Majority majority, Unreturned rule) {
        Tally counted = rule == Unreturned.NOT_PARTICIPATING ? this : with(rule);
        Totals took = counted.participated();
        Totals agreed = counted.of(Choice.AGREE);
        boolean approved = majority.approvalIncluded()
                ? agreed.isAtLeast(majority.approval(), took)
                : agreed.isMoreThan(majority.approval(), took);
        return new ItemResult(
                no,
                item,
                text,
                majority,
                eligible,
                took,
                agreed,
                counted.of(Choice.AGAINST),
                counted.of(Choice.ABSTAIN),
                took.persons() > 0 && took.isAtLeast(majority.participation(), eligible),
                took.persons() > 0 && approved);
    }

    /** Adds those who did not return a ballot as the owners' rules say; a majority is one of persons, and a tie is nobody's. */
    private Tally with(Unreturned rule) {
        Tally filled = new Tally(eligible);
        choices.forEach(filled::add);
        filled.add(rule == Unreturned.ABSTAIN ? Choice.ABSTAIN : leading(), eligible.minus(participated()));
        return filled;
    }

    private Choice leading() {
        int agreed = of(Choice.AGREE).persons();
        int against = of(Choice.AGAINST).persons();
        if (agreed == against) return Choice.ABSTAIN;
        return agreed > against ? Choice.AGREE : Choice.AGAINST;
    }
}
