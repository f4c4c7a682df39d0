package org.jiugai.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of book 4.3 and what must hold for every vote (民法典278, 建筑物区分所有权解释9). */
class TallyTest {
    private static final Majority SPECIAL = majority(Share.ratio(3, 4), true);
    private static final Majority ORDINARY = majority(Share.ratio(1, 2), false);

    private static Majority majority(Share approval, boolean included) {
        return new Majority("", Share.ratio(2, 3), approval, included, 15, "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "V1, 9600.00, 120, 6400.00, 80, 4800.00, 60, special, true",
        "V2, 9600.00, 120, 6400.00, 79, 4800.00, 60, special, false",
        "V3, 9600.00, 120, 6399.99, 80, 4800.00, 60, special, false",
        "V4, 9600.00, 120, 6400.00, 80, 4799.99, 60, special, false",
        "V5, 9600.00, 120, 6400.00, 80, 4800.00, 59, special, false",
        "V6, 9600.00, 120, 6400.00, 80, 3200.00, 40, ordinary, false",
        "V7, 9600.00, 120, 6400.00, 80, 3200.01, 41, ordinary, true",
        "V8, 9600.00, 120, 6400.00, 80, 4000.00, 40, ordinary, false",
        "V9, 9600.00, 120, 6400.00, 80, 3200.00, 41, ordinary, false",
        "V10, 9600.00, 120, 9600.00, 120, 7200.00, 90, special, true",
        "V11, 9600.00, 120, 9600.00, 120, 7200.00, 89, special, false",
        "V12 special, 9600.00, 120, 6400.00, 80, 4799.99, 59, special, false",
        "V12, 9600.00, 120, 6400.00, 80, 4799.99, 59, ordinary, true",
        "V13, 9600.00, 120, 8000.00, 70, 7000.00, 65, special, false",
        "V14, 9600.00, 120, 7200.00, 100, 5400.00, 74, special, false",
        "V15, 9600.00, 120, 7200.00, 100, 5400.00, 75, special, true",
        "V16, 10000.00, 121, 7000.00, 80, 6000.00, 70, special, false",
        "V17, 10000.00, 121, 7000.00, 81, 6000.00, 70, special, true",
        "Jin'an takes part, 202800.00, 2091, 135200.00, 1394, 101400.00, 1046, special, true",
        "Jin'an one less takes part, 202800.00, 2091, 135200.00, 1393, 101400.00, 1046, special, false",
        "Jin'an area short, 202800.00, 2091, 135199.99, 1394, 101400.00, 1046, special, false",
        "Jin'an one less agrees, 202800.00, 2091, 135200.00, 1394, 101400.00, 1045, special, false",
        "Jin'an ordinary, 202800.00, 2091, 135200.00, 1394, 67600.01, 698, ordinary, true",
        "Jin'an ordinary half, 202800.00, 2091, 135200.00, 1394, 67600.01, 697, ordinary, false",
        "Jin'an ordinary half area, 202800.00, 2091, 135200.00, 1394, 67600.00, 698, ordinary, false",
        "Dongguan special, 66783.97, 403, 44522.65, 269, 33391.99, 202, special, true",
        "Dongguan special one less, 66783.97, 403, 44522.65, 269, 33391.99, 201, special, false",
        "Dongguan quorum one less, 66783.97, 403, 44522.65, 268, 33391.99, 202, special, false",
        "Dongguan quorum area less, 66783.97, 403, 44522.64, 269, 33391.99, 202, special, false",
        "Dongguan ordinary, 66783.97, 403, 44522.65, 269, 22261.33, 135, ordinary, true",
        "Dongguan ordinary one less, 66783.97, 403, 44522.65, 269, 22261.33, 134, ordinary, false",
        "Dongguan ordinary area less, 66783.97, 403, 44522.65, 269, 22261.32, 135, ordinary, false",
    })
    void theVectorsOfTheBook(
            String name,
            String all,
            int owners,
            String part,
            int took,
            String yes,
            int agreed,
            String kind,
            boolean passes) {
        Tally tally = new Tally(new Totals(owners, area(all)));
        tally.add(Choice.AGREE, new Totals(agreed, area(yes)));
        tally.add(Choice.AGAINST, new Totals(took - agreed, area(part) - area(yes)));
        assertThat(passed(tally, kind.equals("special") ? SPECIAL : ORDINARY)).isEqualTo(passes);
    }

    @Test
    void abstentionTakesPartAndDoesNotAgree() {
        Tally tally = new Tally(new Totals(3, 300));
        tally.add(Choice.AGREE, new Totals(1, 100));
        tally.add(Choice.ABSTAIN, new Totals(1, 100));
        ItemResult result = tally.result(1, StatutoryItem.OTHER, "", ORDINARY, Unreturned.NOT_PARTICIPATING);
        assertThat(result.quorate()).isTrue();
        assertThat(result.approved()).isFalse();
    }

    @Test
    void nobodyTakingPartDecidesNothing() {
        assertThat(passed(new Tally(new Totals(0, 0)), ORDINARY)).isFalse();
        assertThat(passed(new Tally(new Totals(5, 500)), SPECIAL)).isFalse();
    }

    @Test
    void ballotsThatDoNotComeBackCountOnlyAsTheOwnersRulesSay() {
        Tally tally = new Tally(new Totals(10, 1000));
        tally.add(Choice.AGREE, new Totals(2, 200));
        tally.add(Choice.AGAINST, new Totals(1, 100));
        assertThat(tally.result(1, StatutoryItem.OTHER, "", ORDINARY, Unreturned.NOT_PARTICIPATING)
                        .passed())
                .isFalse();
        ItemResult followed = tally.result(1, StatutoryItem.OTHER, "", ORDINARY, Unreturned.FOLLOWS_MAJORITY);
        assertThat(followed.agreed()).isEqualTo(new Totals(9, 900));
        assertThat(followed.passed()).isTrue();
        ItemResult abstained = tally.result(1, StatutoryItem.OTHER, "", ORDINARY, Unreturned.ABSTAIN);
        assertThat(abstained.quorate()).isTrue();
        assertThat(abstained.passed()).isFalse();
        tally.add(Choice.AGAINST, new Totals(1, 100));
        assertThat(tally.result(1, StatutoryItem.OTHER, "", ORDINARY, Unreturned.FOLLOWS_MAJORITY)
                        .agreed())
                .as("a tie leads nobody")
                .isEqualTo(new Totals(2, 200));
    }

    /** One owner more who agrees instead of being against never turns a pass into a fail. */
    @Property
    boolean agreeingInsteadOfRefusingNeverHurts(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = 100_000) Long> areas,
            @ForAll @IntRange(min = 0, max = 39) int changed,
            @ForAll Random random,
            @ForAll boolean special) {
        List<Choice> choices = choices(areas.size(), random);
        int who = changed % areas.size();
        choices.set(who, Choice.AGAINST);
        boolean before = passed(tally(areas, choices), special ? SPECIAL : ORDINARY);
        choices.set(who, Choice.AGREE);
        return !before || passed(tally(areas, choices), special ? SPECIAL : ORDINARY);
    }

    @Property
    boolean theOrderOfBallotsIsIrrelevant(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = 100_000) Long> areas,
            @ForAll Random random) {
        List<Choice> choices = choices(areas.size(), random);
        List<Integer> order = new ArrayList<>(
                java.util.stream.IntStream.range(0, areas.size()).boxed().toList());
        Collections.shuffle(order, random);
        Tally other = new Tally(eligible(areas));
        order.forEach(i -> other.add(choices.get(i), new Totals(1, areas.get(i))));
        Tally tally = tally(areas, choices);
        return java.util.Arrays.stream(Choice.values())
                .allMatch(choice -> tally.of(choice).equals(other.of(choice)));
    }

    /** Areas in another unit of measure decide the same. */
    @Property
    boolean theScaleIsIrrelevant(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = 100_000) Long> areas,
            @ForAll @IntRange(min = 2, max = 10_000) int factor,
            @ForAll Random random,
            @ForAll boolean special) {
        List<Choice> choices = choices(areas.size(), random);
        List<Long> larger = areas.stream().map(area -> area * factor).toList();
        Majority majority = special ? SPECIAL : ORDINARY;
        return passed(tally(areas, choices), majority) == passed(tally(larger, choices), majority);
    }

    /** What passes by the law's own words, written once more with decimals of any length. */
    @Property
    boolean theRuleIsTheLawsWithoutRounding(
            @ForAll @IntRange(min = 1, max = 3000) int owners,
            @ForAll @IntRange(min = 0, max = 3000) int took,
            @ForAll @IntRange(min = 0, max = 3000) int agreed) {
        int part = Math.min(took, owners);
        int yes = Math.min(agreed, part);
        Tally tally = new Tally(new Totals(owners, owners));
        tally.add(Choice.AGREE, new Totals(yes, yes));
        tally.add(Choice.ABSTAIN, new Totals(part - yes, part - yes));
        java.math.BigInteger three = java.math.BigInteger.valueOf(3);
        boolean quorate = three.multiply(java.math.BigInteger.valueOf(part))
                        .compareTo(java.math.BigInteger.TWO.multiply(java.math.BigInteger.valueOf(owners)))
                >= 0;
        boolean more = yes > part - yes;
        return passed(tally, ORDINARY) == (quorate && more);
    }

    private static List<Choice> choices(int number, Random random) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < number; i++) choices.add(Choice.values()[random.nextInt(3)]);
        return choices;
    }

    private static Totals eligible(List<Long> areas) {
        return new Totals(
                areas.size(), areas.stream().mapToLong(Long::longValue).sum());
    }

    private static Tally tally(List<Long> areas, List<Choice> choices) {
        Tally tally = new Tally(eligible(areas));
        for (int i = 0; i < areas.size(); i++) tally.add(choices.get(i), new Totals(1, areas.get(i)));
        return tally;
    }

    private static boolean passed(Tally tally, Majority majority) {
        return tally.result(1, StatutoryItem.OTHER, "", majority, Unreturned.NOT_PARTICIPATING)
                .passed();
    }

    private static long area(String squareMetres) {
        return Area.ofSquareMetres(squareMetres).hundredths();
    }
}
