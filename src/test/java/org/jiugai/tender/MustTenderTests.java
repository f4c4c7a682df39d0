package org.jiugai.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jiugai.DecisionFile;
import org.jiugai.kernel.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision table {@code must-tender}, row by row, at each threshold and one fen below. Public funds: 5 of 5 million yuan. Proves S0-10, S4-59. */
class MustTenderTests {
    private static final DecisionFile TABLE = new DecisionFile("tender/must-tender");

    @AfterAll
    static void everyRuleWasHit() {
        TABLE.assertEveryRuleWasHit();
    }

    @ParameterizedTest(name = "{0} of {1} yuan → {2}")
    @CsvSource({
        "WORKS, 4000000.00, true",
        "WORKS, 3999999.99, false",
        "GOODS, 2000000.00, true",
        "GOODS, 1999999.99, false",
        "DESIGN, 1000000.00, true",
        "DESIGN, 999999.99, false",
        "SUPERVISION, 1000000.00, true",
        "SUPERVISION, 999999.99, false",
        "OTHER, 9000000.00, false",
    })
    void thresholdOfTheTypeDecidesAndTheNumberItselfIsIncluded(String type, String estimate, boolean must) {
        assertThat(mustTender(Map.of("packageType", type, "estimate", fen(estimate), "combined", fen(estimate))))
                .isEqualTo(must);
    }

    @ParameterizedTest(name = "{0}: each below, together {1} yuan → {2}")
    @CsvSource({
        "WORKS, 4000000.00, true",
        "WORKS, 3999999.99, false",
        "GOODS, 2000000.00, true",
        "SUPERVISION, 1000000.00, true",
        "SUPERVISION, 999999.99, false",
    })
    void packagesOfTheSameTypeInTheSameProjectCountTogether(String type, String combined, boolean must) {
        assertThat(mustTender(Map.of("packageType", type, "estimate", fen("500000.00"), "combined", fen(combined))))
                .isEqualTo(must);
    }

    @ParameterizedTest(name = "EPC with works {0}, goods {1}, services {2} → {3}")
    @CsvSource({
        "4000000.00, 0, 0, true",
        "3999999.99, 2000000.00, 0, true",
        "3999999.99, 1999999.99, 1000000.00, true",
        "3999999.99, 1999999.99, 999999.99, false",
    })
    void onePartOfAnEpcPackageAtItsThresholdMakesTheWholeATender(
            String works, String goods, String services, boolean must) {
        assertThat(mustTender(Map.of(
                        "packageType", "EPC",
                        "estimate", fen(works) + fen(goods) + fen(services),
                        "worksPart", fen(works),
                        "goodsPart", fen(goods),
                        "servicesPart", fen(services))))
                .isEqualTo(must);
    }

    @ParameterizedTest(name = "{0} yuan of public funds in {1} yuan, state capital {2} → {3}")
    @CsvSource({
        "2000000.00, 20000000.00, false, true",
        "1999999.99, 19999999.90, false, false",
        "2000000.00, 20000000.01, false, false",
        "0.00, 20000000.01, true, true",
    })
    void onlyPublicMoneyMakesATenderCompulsory(
            String budget, String investment, boolean stateControlled, boolean must) {
        assertThat(mustTender(Map.of(
                        "packageType", "WORKS",
                        "estimate", fen("5000000.00"),
                        "combined", fen("5000000.00"),
                        "budgetFunds", fen(budget),
                        "investment", fen(investment),
                        "stateControlled", stateControlled)))
                .isEqualTo(must);
    }

    /** Book 4.1, check 3. */
    @Test
    void bundleOfP4AndP6IsTenderedThoughP6AloneWouldNotBe() {
        long p4 = fen("4600000.00");
        long p6 = fen("3999999.99");
        assertThat(mustTender(Map.of("packageType", "WORKS", "estimate", p6, "combined", p6)))
                .isFalse();
        assertThat(mustTender(Map.of("packageType", "WORKS", "estimate", p4 + p6, "combined", p4 + p6)))
                .isTrue();
    }

    private static boolean mustTender(Map<String, Object> changes) {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "stateControlled", false,
                "budgetFunds", fen("5000000.00"),
                "investment", fen("5000000.00"),
                "estimate", 0L,
                "combined", 0L,
                "worksPart", 0L,
                "goodsPart", 0L,
                "servicesPart", 0L));
        inputs.putAll(changes);
        Map<String, Object> hit = TABLE.single(inputs);
        assertThat((String) hit.get("basis")).isNotBlank();
        return (Boolean) hit.get("mustTender");
    }

    private static long fen(String yuan) {
        return Money.ofYuan(yuan).fen();
    }
}
