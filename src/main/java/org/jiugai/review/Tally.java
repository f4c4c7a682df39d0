package org.jiugai.review;

import java.util.List;

/** The opinions of a round, counted: mandatory refusals apart from advisory ones. */
public record Tally(int mandatoryRefusals, int advisoryRefusals, int withChanges, int agreed, int missing) {
    public static Tally of(List<Standing> standings) {
        return new Tally(
                count(standings, Opinion.REFUSE, true),
                count(standings, Opinion.REFUSE, false),
                count(standings, Opinion.REVISE, true) + count(standings, Opinion.REVISE, false),
                count(standings, Opinion.AGREE, true) + count(standings, Opinion.AGREE, false),
                (int) standings.stream().filter(s -> s.opinion() == null).count());
    }

    private static int count(List<Standing> standings, Opinion opinion, boolean mandatory) {
        return (int) standings.stream()
                .filter(s -> s.is(opinion) && s.isMandatory() == mandatory)
                .count();
    }
}
