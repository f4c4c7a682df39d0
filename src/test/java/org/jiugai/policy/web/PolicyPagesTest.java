package org.jiugai.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Policies for everybody to read; values that the source blanks out for the administrator to fill in. */
@ProcessTest
class PolicyPagesTest {
    private static final String KEY = "eligibility.buildYearCutoff";

    @Autowired
    private Scenario scenario;

    @Test
    void listSaysWhichPoliciesAreUsable() {
        String list = scenario.signedIn("jiugai").get("/policies").body();
        assertThat(list).contains("/policies/JINAN-2024", "第1版", "可用", "/policies/CITY-AR");
    }

    @Test
    void policyShowsValueStatusQuoteAndSource() {
        String page = scenario.signedIn("jiugai").get("/policies/TOWN-LT").body();
        assertThat(page).contains("payment.schedule", "明确", "有歧义", "未规定（国家默认）", "000_07fba3e32c69281d.txt", "<q>");
        assertThat(scenario.signedIn("jiugai").get("/policies/NATIONAL").body()).contains("法定", "建议值");
        assertThat(scenario.signedIn("jiugai").get("/policies/NOWHERE").status())
                .isEqualTo(404);
    }

    @Test
    void onlyTheAdministratorFillsIn() {
        Client office = scenario.signedIn("jiugai");
        assertThat(office.get("/policies/TEST-MASKED").body()).contains(KEY).doesNotContain("填写取值");
        assertThat(fill(office, KEY, "2000-12-31").status()).isEqualTo(403);
    }

    @Test
    void refusedValueIsKeptWithItsReasonAndAFittingOneMakesThePolicyUsable() {
        Client administrator = scenario.signedIn("admin");
        Answer refused = fill(administrator, KEY, "2000-02-30");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("不是有效的日期", ">2000-02-30</textarea>", "待填写");

        assertThat(fill(administrator, KEY, "2000-12-31").status()).isEqualTo(302);

        String page = administrator.get("/policies/TEST-MASKED").body();
        assertThat(page).contains("原文空缺，已填写", "可用", "由 系统管理 系统管理员 于", "此后立案的案件按新值办理");
    }

    @Test
    void valueThatTheSourceGivesCannotBeFilledIn() {
        Answer refused = fill(scenario.signedIn("admin"), "notice.days", "7");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("不是待填写的空缺参数");
        Answer unknown = fill(scenario.signedIn("admin"), "no.such", "7");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("no.such 不是待填写的空缺参数");
    }

    private static Answer fill(Client person, String key, String value) {
        return person.postForm("/policies/TEST-MASKED/values", Map.of("key", key, "value", value));
    }
}
