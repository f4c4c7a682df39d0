package org.jiugai.funding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jiugai.funding.TrancheSchedule.Shortage;
import org.jiugai.funding.TrancheSchedule.Statement;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Tranche;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Book 4.2 to the fen, with the schedules that the policy documents really contain. Proves S0-4…S0-8. */
class TrancheScheduleTest {
    private static final Money CONTRACT = Money.ofYuan("8766543.21");
    private static final Money THIRTY_PERCENT = Money.ofYuan("2629962.96");
    private final TrancheSchedule town = new TrancheSchedule(schedule("TOWN-LT"));
    private final TrancheSchedule national = new TrancheSchedule(schedule("NATIONAL"));

    @ParameterizedTest(name = "settled at {0}: M3 {1}, retention {2}, overpaid {3}")
    @CsvSource({
        "8766543.21, 2629962.96, 876654.33, 0.00", // case 1
        "8912345.67, 2761185.18, 891234.57, 0.00", // case 2
        "8600000.00, 2480074.08, 860000.00, 0.00", // case 3
        "5700000.00, 0.00, 570000.00, 129925.92", // case 4
    })
    void thirdTrancheTruesUpToTheSettlement(Money settled, Money third, Money retention, Money overpaid) {
        Statement statement = town.statement(CONTRACT, settled, firstTwoPaid());

        assertThat(statement.due("M3")).isEqualTo(third);
        assertThat(statement.due("M4")).isEqualTo(retention);
        assertThat(statement.overpaid()).isEqualTo(overpaid);
        assertThat(statement.trueUp()).isEqualTo(Money.ZERO);
        assertThat(total(statement)).isEqualTo(settled.plus(overpaid));
    }

    @Test
    void settlementAfterTheThirdTrancheIsFollowedByATrueUp() {
        Map<String, Money> threePaid = Map.of("M1", THIRTY_PERCENT, "M2", THIRTY_PERCENT, "M3", THIRTY_PERCENT);

        Statement statement = town.statement(CONTRACT, Money.ofYuan("8912345.67"), threePaid);

        assertThat(statement.trueUp()).isEqualTo(Money.ofYuan("131222.22"));
        assertThat(THIRTY_PERCENT.plus(statement.trueUp())).isEqualTo(Money.ofYuan("2761185.18"));
        assertThat(statement.due("M4")).isEqualTo(Money.ofYuan("891234.57"));
    }

    @Test
    void lowerSettlementAfterTheThirdTrancheIsClaimedBack() {
        Map<String, Money> threePaid = Map.of("M1", THIRTY_PERCENT, "M2", THIRTY_PERCENT, "M3", THIRTY_PERCENT);

        Statement statement = town.statement(CONTRACT, Money.ofYuan("8600000.00"), threePaid);

        assertThat(statement.trueUp()).isEqualTo(Money.ZERO);
        assertThat(statement.overpaid()).isEqualTo(Money.ofYuan("149888.88"));
        assertThat(statement.due("M4")).isEqualTo(Money.ofYuan("860000.00"));
    }

    @ParameterizedTest(name = "contract {0}: {1} / {2} / {3} / {4}")
    @CsvSource({
        "8766543.21, 2629962.96, 2629962.96, 2629962.96, 876654.33",
        "0.01, 0.00, 0.00, 0.00, 0.01",
        "9999999.99, 3000000.00, 3000000.00, 3000000.00, 999999.99",
        "333333.33, 100000.00, 100000.00, 100000.00, 33333.33",
        "1000000.01, 300000.00, 300000.00, 300000.00, 100000.01",
    })
    void noFenIsLostOrWon(Money amount, Money first, Money second, Money third, Money retention) {
        for (Money settled : new Money[] {null, amount}) {
            Statement statement = town.statement(amount, settled, Map.of());
            assertThat(statement.dues().values()).containsExactly(first, second, third, retention);
            assertThat(total(statement)).isEqualTo(amount);
        }
    }

    @Test
    void approvedChangesCountFromTheNextTrancheOn() {
        Money raised = Money.ofYuan("9000000.00");

        Statement statement = town.statement(raised, null, Map.of("M1", THIRTY_PERCENT));

        assertThat(statement.due("M1")).isEqualTo(THIRTY_PERCENT);
        assertThat(statement.due("M2")).isEqualTo(Money.ofYuan("2700000.00"));
        assertThat(statement.due("M3")).isEqualTo(Money.ofYuan("2770037.04"));
        assertThat(total(statement)).isEqualTo(raised);
    }

    @Test
    void whatWasCutOrRefusedEarlierIsSettledWithTheThirdTranche() {
        Map<String, Money> closed = Map.of("M1", Money.ofYuan("2000000.00"), "M2", Money.ZERO);

        Statement statement = town.statement(CONTRACT, CONTRACT, closed);

        assertThat(statement.due("M3")).isEqualTo(Money.ofYuan("5889888.88"));
    }

    @Test
    void nationalScheduleSettlesToNinetySevenPercent() {
        Money settled = Money.ofYuan("8912345.67");
        Statement before = national.statement(CONTRACT, null, Map.of());
        assertThat(before.due("P20")).isEqualTo(Money.ofYuan("1402646.91"));
        Map<String, Money> progressPaid = Map.of(
                "P20", before.due("P20"),
                "P40", before.due("P40"),
                "P60", before.due("P60"),
                "P80", before.due("P80"),
                "P100", before.due("P100"));

        Statement statement = national.statement(CONTRACT, settled, progressPaid);

        // 5 × r(0.16·S) + r(0.17·S) = 5 × 1 425 975.31 + 1 515 098.76
        assertThat(total(statement).minus(statement.due("R"))).isEqualTo(Money.ofYuan("8644975.31"));
        assertThat(statement.due("R")).isEqualTo(Money.ofYuan("267370.36"));
        assertThat(total(statement)).isEqualTo(settled);
    }

    @Test
    void townPaysTooLittleOfTheCompletedValueAtBothThresholds() {
        List<Shortage> shortages = town.shortages(CONTRACT, Share.of("0.80"));

        assertThat(shortages)
                .containsExactly(
                        new Shortage(
                                "M1",
                                Share.of("0.50"),
                                Money.ofYuan("4383271.61"),
                                THIRTY_PERCENT,
                                Money.ofYuan("876654.33")),
                        new Shortage(
                                "M2",
                                Share.of("0.80"),
                                Money.ofYuan("7013234.57"),
                                Money.ofYuan("5259925.92"),
                                Money.ofYuan("350661.74")));
    }

    @Test
    void nationalScheduleKeepsToEightyPercent() {
        assertThat(national.shortages(CONTRACT, Share.of("0.80"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} % of {1}: reached {2}")
    @CsvSource({"49.99, 0.50, false", "50.00, 0.50, true", "79.99, 0.80, false", "80.00, 0.80, true"})
    void thresholdItselfCounts(String progress, String threshold, boolean reached) {
        FundingTranche tranche = new FundingTranche(
                1,
                1,
                "M1",
                "M1",
                10,
                org.jiugai.policy.Parameters.Trigger.PROGRESS,
                false,
                threshold,
                Source.GOVERNMENT,
                "专户",
                1,
                TrancheState.PLANNED);

        assertThat(tranche.isReachedBy(Share.ofPercent(progress))).isEqualTo(reached);
    }

    private static Map<String, Money> firstTwoPaid() {
        return Map.of("M1", THIRTY_PERCENT, "M2", THIRTY_PERCENT);
    }

    private static Money total(Statement statement) {
        return statement.dues().values().stream().reduce(Money.ZERO, Money::plus);
    }

    static List<Tranche> schedule(String policy) {
        YAMLMapper yaml =
                YAMLMapper.builder().addModule(new ParameterNamesModule()).build();
        try (InputStream document = TrancheScheduleTest.class.getResourceAsStream("/policies/" + policy + ".yaml")) {
            JsonNode value = yaml.readTree(document).at("/parameters/payment.schedule/value");
            return yaml.readerForListOf(Tranche.class).readValue(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
