package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A system without administrators, in a transaction that is rolled back. */
@ProcessTest
class FirstAdministratorTests {
    private static final String GOOD = "correct horse battery";

    @Autowired
    private Scenario scenario;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private AdministratorScopes scopes;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionStatus transaction;

    @BeforeEach
    void withoutAdministrators() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        assertThat(first.isMissing()).isFalse();
        jdbc.sql("delete from office_role where role = 'system-admin'").update();
        assertThat(first.isMissing()).isTrue();
    }

    @AfterEach
    void undo() {
        transactions.rollback(transaction);
    }

    @Test
    void whoBringsTheTokenBecomesTheAdministratorAndTheTokenOpensNothingMore() {
        String token = first.issueToken();
        assertThat(token).matches("[0-9a-f]{32}");
        assertThat(jdbc.sql("select digest from setup_token")
                        .query(String.class)
                        .list())
                .doesNotContain(token);
        assertThat(first.admits(token)).isTrue();
        assertThat(first.admits("")).isFalse();
        assertThat(first.admits("0".repeat(32))).isFalse();

        first.makeWithToken(token, entered("", "ren", GOOD));

        assertThat(accounts.matches("ren", GOOD)).isTrue();
        assertThat(accounts.mustChange("ren")).isFalse();
        assertThat(scopes.of("ren").covers("341599")).isTrue();
        assertThat(scopes.of("ren").covers("341502")).isFalse();
        assertThat(first.isMissing()).isFalse();
        assertThat(first.admits(token)).isFalse();
        assertThatThrownBy(() -> first.makeWithToken(token, entered("", "zweiter", GOOD)))
                .isInstanceOf(OutOfReach.class);
    }

    @Test
    void aTokenIsNoGoodWhileThereIsAnAdministrator() {
        String early = first.issueToken();
        first.makeFromSettings(entered("", "ren", GOOD));
        String late = first.issueToken();
        assertThat(first.admits(early)).isFalse();
        assertThat(first.admits(late)).isFalse();
        assertThatThrownBy(() -> first.makeWithToken(late, entered("", "zweiter", GOOD)))
                .isInstanceOf(OutOfReach.class);
    }

    @Test
    void aTokenIsGoodForADay() {
        String token = first.issueToken();
        scenario.at(Scenario.FIRST_DAY.plusDays(1), LocalTime.of(8, 59));
        assertThat(first.admits(token)).isTrue();
        scenario.at(Scenario.FIRST_DAY.plusDays(1), LocalTime.of(9, 1));
        assertThat(first.admits(token)).isFalse();
        assertThat(SetupTokens.VALIDITY).isEqualTo(Duration.ofHours(24));
        scenario.at(Scenario.FIRST_DAY);
    }

    @Test
    void withACityHeAdministersItsCounties() {
        first.makeWithToken(first.issueToken(), entered("341500", "ren", GOOD));
        assertThat(scopes.of("ren").covers("341500")).isTrue();
        assertThat(scopes.of("ren").covers("341502"))
                .as("a county below the city")
                .isTrue();
    }

    @Test
    void everyFaultIsNamedAndNothingIsMade() {
        String token = first.issueToken();
        NewAdministrator faulty = new NewAdministrator("", "", "3415", " ", "", "Admin!", "", "password");
        assertThatThrownBy(() -> first.makeWithToken(token, faulty))
                .asInstanceOf(type(RuleViolation.class))
                .extracting(
                        refusal -> refusal.faults().stream().map(Fault::field).toList())
                .isEqualTo(List.of("person", "password", "personName", "countyCode", "countyName", "officeName"));
        assertThat(first.isMissing()).isTrue();
        assertThat(first.admits(token)).isTrue();
    }

    @Test
    void nobodysAccountIsTakenOver() {
        assertThatThrownBy(() -> first.makeWithToken(first.issueToken(), entered("", "caizheng", GOOD)))
                .hasMessageContaining("【登录名】“caizheng”已被使用");
        assertThat(accounts.matches("caizheng", GOOD)).isFalse();
    }

    @Test
    void theOperatorsSettingsMakeOneWhoChangesHisPassword() {
        new FirstAdministratorStart(
                        first,
                        new MockEnvironment()
                                .withProperty("JIUGAI_ADMIN_USER", "ren")
                                .withProperty("JIUGAI_ADMIN_PASSWORD", GOOD)
                                .withProperty("JIUGAI_ADMIN_COUNTY", "341599 新区"))
                .afterSingletonsInstantiated();
        assertThat(accounts.matches("ren", GOOD)).isTrue();
        assertThat(accounts.mustChange("ren")).isTrue();
        assertThat(scopes.of("ren").regions()).containsExactly("341599");
        assertThat(tokens()).isZero();
    }

    @Test
    void withoutSettingsATokenIsMadeAndWithAnAdministratorNothing() {
        FirstAdministratorStart start = new FirstAdministratorStart(first, new MockEnvironment());
        start.afterSingletonsInstantiated();
        assertThat(tokens()).isEqualTo(1);
        first.makeFromSettings(entered("", "ren", GOOD));
        start.afterSingletonsInstantiated();
        assertThat(tokens()).isZero();
        assertThat(first.makeFromSettings(entered("", "zweiter", GOOD))).isFalse();
        assertThat(accounts.exists("zweiter")).isFalse();
    }

    private long tokens() {
        return jdbc.sql("select count(*) from setup_token").query(Long.class).single();
    }

    private static NewAdministrator entered(String city, String person, String password) {
        return new NewAdministrator(city, city.isEmpty() ? "" : "六安市", "341599", "新区", "系统管理", person, "任仁", password);
    }
}
