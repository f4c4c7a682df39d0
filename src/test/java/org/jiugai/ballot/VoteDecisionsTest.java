package org.jiugai.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiugai.ProcessTest;
import org.jiugai.kernel.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Row by row: what the law says of votes (民法典第278条, 物业管理条例第14条, book 2.1). */
@ProcessTest
class VoteDecisionsTest {
    @Autowired
    private VoteRules rules;

    @ParameterizedTest
    @CsvSource({
        "1, 普通多数, 1, 2, false, 一",
        "2, 普通多数, 1, 2, false, 二",
        "3, 普通多数, 1, 2, false, 三",
        "4, 普通多数, 1, 2, false, 四",
        "5, 普通多数, 1, 2, false, 五",
        "6, 特别多数, 3, 4, true, 六",
        "7, 特别多数, 3, 4, true, 七",
        "8, 特别多数, 3, 4, true, 八",
        "9, 普通多数, 1, 2, false, 九",
    })
    void eachItemHasTheMajorityOfTheLaw(int item, String name, long part, long whole, boolean included, String clause) {
        Majority majority = rules.majority(StatutoryItem.of(item));
        assertThat(majority.name()).isEqualTo(name);
        assertThat(majority.participation()).isEqualTo(Share.ratio(2, 3));
        assertThat(majority.approval()).isEqualTo(Share.ratio(part, whole));
        assertThat(majority.approvalIncluded()).isEqualTo(included);
        assertThat(majority.noticeDays()).isEqualTo(15);
        assertThat(majority.clause()).contains("第1款第" + clause + "项");
    }

    @ParameterizedTest
    @CsvSource({
        "ELEVATOR, REBUILD",
        "FACADE_ROOF, REBUILD",
        "NEW_FACILITY, REBUILD",
        "COMMON_PART_USE, COMMON_PART_USE",
        "COMPULSORY_PAYMENT, FUND_RAISE",
        "FUND_RAISE, FUND_RAISE",
        "FUND_USE, FUND_USE",
        "MANAGER, MANAGER",
        "RULES_OF_PROCEDURE, RULES_OF_PROCEDURE",
        "CONVENTION, CONVENTION",
        "COMMITTEE, COMMITTEE",
        "OTHER, OTHER",
    })
    void eachMatterBelongsToAnItem(Matter matter, StatutoryItem item) {
        assertThat(rules.itemOf(matter)).isEqualTo(item);
    }
}
