package org.jiugai.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.jiugai.kernel.Share;

/**
 * What the households of a community, or of several, answered.
 *
 * @param households how many there are
 */
public record SatisfactionFigures(int households, int satisfied, int fair, int unsatisfied) {
    public static final SatisfactionFigures NONE = new SatisfactionFigures(0, 0, 0, 0);

    /** Of several communities: counted together, not averaged. */
    public static SatisfactionFigures total(Collection<SatisfactionFigures> communities) {
        return communities.stream().reduce(NONE, SatisfactionFigures::plus);
    }

    public SatisfactionFigures plus(SatisfactionFigures other) {
        return new SatisfactionFigures(
                households + other.households,
                satisfied + other.satisfied,
                fair + other.fair,
                unsatisfied + other.unsatisfied);
    }

    public int answers() {
        return satisfied + fair + unsatisfied;
    }

    /** 满意度: satisfied and fair, of those who answered; empty while nobody has. */
    public Optional<Share> satisfaction() {
        return answers() == 0 ? Optional.empty() : Optional.of(Share.ratio(satisfied + fair, answers()));
    }

    /** The same in percent, two decimals, never rounded up: what a form may claim. */
    public Optional<BigDecimal> percent() {
        return satisfaction().map(share -> BigDecimal.valueOf(share.numerator() * 100)
                .divide(BigDecimal.valueOf(share.denominator()), 2, RoundingMode.DOWN));
    }

    /** As a reader sees it: 91.66%, or nothing. */
    public String shownPercent() {
        return percent().map(value -> value.toPlainString() + "%").orElse("");
    }
}
