package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.Accounts;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A person's own password: how it is kept, changed, and must be changed when somebody else gave it. */
@ProcessTest
class AccountTests {
    private static final String NEW = "granite-willow-teapot-84";

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private String person = "";

    @BeforeEach
    void register() {
        person = TestPeople.register(scenario, setup);
    }

    @Test
    void aChangedPasswordIsTheOnlyOneAndEndsAllOtherSessions() {
        Http desk = signedIn(TestPeople.PASSWORD);
        Http phone = signedIn(TestPeople.PASSWORD);
        String before = desk.session();
        HttpResponse<String> answer = change(desk, TestPeople.PASSWORD, NEW, NEW);
        assertThat(answer.headers().firstValue("Location")).hasValue("/account");
        assertThat(desk.get("/account").body()).contains("密码已修改");
        assertThat(desk.session()).isNotEqualTo(before);
        assertThat(phone.isSignedIn()).isFalse();
        assertThat(accounts.matches(person, NEW)).isTrue();
        assertThat(accounts.matches(person, TestPeople.PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, granite-willow-teapot-84, granite-willow-teapot-84, 【原密码】不正确",
        "violet-harbour-kettle-19, granite-willow-teapot-84, granite-willow-teapot-85, 两次输入的【新密码】不一致",
        "violet-harbour-kettle-19, violet-harbour-kettle-19, violet-harbour-kettle-19, 不得与【原密码】相同",
        "violet-harbour-kettle-19, short, short, 【新密码】至少12个字符",
        "violet-harbour-kettle-19, password123456, password123456, 容易被猜到"
    })
    void whatBreaksARuleChangesNothingAndSaysWhichRule(String old, String password, String again, String why) {
        Http http = signedIn(TestPeople.PASSWORD);
        HttpResponse<String> answer = change(http, old, password, again);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why).doesNotContain(password);
        assertThat(accounts.matches(person, TestPeople.PASSWORD)).isTrue();
    }

    @Test
    void theOldPasswordCannotBeGuessedHereEither() {
        Http http = signedIn(TestPeople.PASSWORD);
        for (int i = 0; i < 5; i++) change(http, "wrong" + i, NEW, NEW);
        assertThat(change(http, TestPeople.PASSWORD, NEW, NEW).statusCode()).isEqualTo(422);
        assertThat(accounts.matches(person, NEW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/account", "/camunda/app/tasklist/default/", "/demonstration/clock"})
    void aPasswordThatSomebodyElseGaveLeadsToItsChangeWhateverIsAskedFor(String path) {
        accounts.setOnce(person, TestPeople.PASSWORD);
        Http http = signedIn(TestPeople.PASSWORD);
        assertThat(http.get(path).headers().firstValue("Location")).hasValue("/account/password");
    }

    @Test
    void untilItIsChangedProgramsGetAProblemAndAfterwardsEverythingIsOpen() {
        accounts.setOnce(person, TestPeople.PASSWORD);
        Http http = signedIn(TestPeople.PASSWORD);
        for (String path : new String[] {"/api/session", "/camunda/api/engine/engine/default/task"}) {
            HttpResponse<String> answer = http.get(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("signin.passwordChangeDue").contains("请先修改初始密码");
        }
        change(http, TestPeople.PASSWORD, NEW, NEW);
        assertThat(http.get("/cases").statusCode()).isEqualTo(200);
        assertThat(signedIn(NEW).get("/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void aHashMadeWithLessWorkIsReplacedAtTheNextSignIn() {
        String weak = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(TestPeople.PASSWORD);
        scenario.jdbc
                .sql("update account set password_hash = ? where person = ?")
                .params(weak, person)
                .update();
        assertThat(accounts.matches(person, "wrong")).isFalse();
        assertThat(hash()).isEqualTo(weak);
        signedIn(TestPeople.PASSWORD);
        assertThat(hash()).startsWith("{bcrypt}$2a$05$").isNotEqualTo(weak);
        signedIn(TestPeople.PASSWORD);
    }

    private String hash() {
        return scenario.jdbc
                .sql("select password_hash from account where person = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private Http signedIn(String password) {
        Http http = new Http(port).from(TestPeople.address());
        assertThat(http.signIn(person, password).headers().firstValue("Location"))
                .hasValue("/");
        return http;
    }

    private static HttpResponse<String> change(Http http, String old, String password, String again) {
        http.get("/account/password");
        return http.postForm("/account/password", Map.of("old", old, "password", password, "again", again));
    }
}
