package org.jiugai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTests {
    @ParameterizedTest
    @CsvSource({
        "8766543.21, 0.30, 2629962.96",
        "8766543.21, 0.10, 876654.32",
        "0.01, 0.30, 0.00",
        "0.05, 1/2, 0.03",
        "9999999.99, 0.30, 3000000.00",
        "-0.05, 1/2, -0.03"
    })
    void aShareOfMoneyIsRoundedHalfUpToTheFen(String amount, String share, String expected) {
        assertThat(Money.ofYuan(amount).times(Share.of(share))).isEqualTo(Money.ofYuan(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "abc", "", "1e400", "12,3x"})
    void whatIsNoAmountInFenIsRefused(String text) {
        assertThatThrownBy(() -> Money.ofYuan(text))
                .isInstanceOfAny(NumberFormatException.class, ArithmeticException.class);
    }

    @Test
    void moneyIsShownWithGroupsAndTravelsWithout() {
        assertThat(Money.ofYuan("52,750,000.00").shown()).isEqualTo("52,750,000.00");
        assertThat(Money.ofYuan("52,750,000").yuan()).isEqualTo("52750000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "80/120, 2/3, 0",
        "79/120, 2/3, -1",
        "80/121, 2/3, -1",
        "81/121, 2/3, 1",
        "0.4999, 50%, -1",
        "0.50, 1/2, 0",
        "799999/1000000, 80%, -1"
    })
    void sharesCompareByCrossMultiplication(String a, String b, int expected) {
        assertThat(Integer.signum(Share.of(a).compareTo(Share.of(b)))).isEqualTo(expected);
    }

    @Test
    void thePartsOfAScheduleAddUpToTheWhole() {
        Share sum =
                Share.of("0.30").plus(Share.of("0.30")).plus(Share.of("0.30")).plus(Share.of("0.10"));
        assertThat(sum).isEqualTo(Share.WHOLE);
        assertThat(Share.WHOLE.minus(Share.of("0.90"))).isEqualTo(Share.of("10%"));
        assertThat(Share.of("2/3").percent()).isEqualTo("66.67");
    }

    @Test
    void faultsAreRefusedTogether() {
        assertThatThrownBy(() -> new Faults()
                        .require(false, "a", "【甲】必填")
                        .require(true, "b", "never")
                        .add("c", "【丙】不得小于0")
                        .refuse("kernel.test"))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.faults()).hasSize(2);
                    assertThat(refusal).hasMessage("【甲】必填；【丙】不得小于0");
                    assertThat(refusal.isConflict()).isFalse();
                });
    }

    @Test
    void areasKeepHundredths() {
        assertThat(Area.ofSquareMetres("66783.97").hundredths()).isEqualTo(6678397);
        assertThat(new Area(20280000).squareMetres()).isEqualTo("202800.00");
    }
}
