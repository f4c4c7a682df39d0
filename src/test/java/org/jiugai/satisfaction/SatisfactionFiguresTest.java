package org.jiugai.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SatisfactionFiguresTest {
    @Test
    void fairCountsAsSatisfiedAndNothingIsRoundedUp() {
        assertThat(new SatisfactionFigures(20, 9, 2, 1).shownPercent()).isEqualTo("91.66%");
        assertThat(new SatisfactionFigures(20, 1, 1, 1).shownPercent()).isEqualTo("66.66%");
        assertThat(new SatisfactionFigures(20, 3, 0, 0).shownPercent()).isEqualTo("100.00%");
        assertThat(new SatisfactionFigures(20, 0, 0, 4).shownPercent()).isEqualTo("0.00%");
    }

    @Test
    void whereNobodyAnsweredThereIsNoFigure() {
        assertThat(SatisfactionFigures.NONE.satisfaction()).isEmpty();
        assertThat(new SatisfactionFigures(20, 0, 0, 0).shownPercent()).isEmpty();
    }

    @Test
    void communitiesAreCountedTogetherAndNotAveraged() {
        SatisfactionFigures both = new SatisfactionFigures(10, 9, 0, 0).plus(new SatisfactionFigures(10, 0, 0, 1));
        assertThat(both).isEqualTo(new SatisfactionFigures(20, 9, 0, 1));
        assertThat(both.shownPercent()).isEqualTo("90.00%");
    }
}
