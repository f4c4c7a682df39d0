package org.jiugai.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of administration as a browser sees them. */
@ProcessTest
class AdministrationPagesTest {
    private static final String COUNTY = "341505";
    /** By itself: a part of a form's token may look the same. */
    private static final Pattern PASSWORD = Pattern.compile("(?<=>)[a-z2-9]{4}(?:-[a-z2-9]{4}){4}(?=<)");

    @Autowired
    private Scenario scenario;

    @Autowired
    private SignedInClients clients;

    @Autowired
    private OrganisationSetup setup;

    @LocalServerPort
    private int port;

    private Client administrator;

    @BeforeEach
    void anotherCountyWithAnAdministrator() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        setup.region(new Region(COUNTY, "舒城县", Region.Kind.COUNTY, "341500"));
        setup.office(
                new Office("sc-system-admin", "舒城县系统管理", COUNTY, Office.Kind.AUTHORITY),
                Set.of("system-admin"),
                Set.of(COUNTY));
        setup.person("sc.admin", "舒管", DemonstrationCounty.PASSWORD, Set.of("sc-system-admin"));
        setup.office(
                new Office("sc-office", "舒城县旧改办", COUNTY, Office.Kind.AUTHORITY),
                Set.of("renovation-office"),
                Set.of(COUNTY));
        setup.person("sc.ren", "舒仁", DemonstrationCounty.PASSWORD, Set.of("sc-office"));
        administrator = scenario.signedIn("sc.admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/administration",
                "/administration/offices/sc-office",
                "/administration/people/sc.ren",
                "/administration/stand-ins",
                "/administration/changes",
                "/administration/import",
                "/administration/import/template"
            })
    void pagesAreForAdministratorsOnly(String path) {
        assertThat(administrator.get(path).status()).as(path).isEqualTo(200);
        assertThat(scenario.signedIn("jiugai").get(path).status()).as(path).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/administration/regions",
                "/administration/regions/name",
                "/administration/offices",
                "/administration/offices/ja-finance-bureau/name",
                "/administration/offices/ja-finance-bureau/roles",
                "/administration/offices/ja-finance-bureau/counties",
                "/administration/offices/ja-finance-bureau/people",
                "/administration/offices/ja-finance-bureau/close",
                "/administration/offices/ja-finance-bureau/reopen",
                "/administration/people/caizheng/name",
                "/administration/people/caizheng/memberships",
                "/administration/people/caizheng/memberships/1/period",
                "/administration/people/caizheng/memberships/1/end",
                "/administration/people/caizheng/password",
                "/administration/people/caizheng/block",
                "/administration/people/caizheng/unblock",
                "/administration/stand-ins",
                "/administration/stand-ins/1/end",
                "/administration/import/passwords"
            })
    void nobodyElseChangesAnything(String path) {
        Map<String, String> fields =
                Map.of("id", "x1", "name", "x", "code", "341502", "list", "x", "office", "sc-office");
        assertThat(scenario.signedIn("jiugai").postForm(path, fields).status()).isEqualTo(403);
        boolean ofAnOther = path.contains("ja-finance-bureau") || path.contains("caizheng");
        if (ofAnOther) assertThat(administrator.postForm(path, fields).status()).isEqualTo(404);
    }

    @Test
    void aWorkbookIsImportedByAnAdministratorOnly() {
        assertThat(scenario.signedIn("jiugai")
                        .upload("/administration/import", "x.xlsx", new byte[] {1}, Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutTheTokenOfTheFormNothingIsChanged() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/administration/people/sc.ren/block"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(302, 403);
        assertThat(administrator.get("/administration/people/sc.ren").body()).doesNotContain("账号已停用");
    }

    @Test
    void theEntryInTheMenuIsForWhoMayUseIt() {
        assertThat(administrator.get("/cases").body()).contains("href=\"/administration\"");
        assertThat(scenario.signedIn("jiugai").get("/cases").body()).doesNotContain("/administration");
        Client auditor = scenario.signedIn("shenji");
        assertThat(auditor.get("/cases").body())
                .contains("href=\"/administration/changes\"")
                .doesNotContain("href=\"/administration\"");
        assertThat(auditor.get("/administration/changes").status()).isEqualTo(200);
        assertThat(auditor.get("/administration").status()).isEqualTo(403);
    }

    @Test
    void theTreeShowsTheCountysRegionsAndOfficesAndNoOthers() {
        assertThat(administrator.get("/administration").body())
                .contains("舒城县", "舒城县旧改办", "sc-office")
                .doesNotContain("金安区", "ja-finance-bureau", "六安市财政局");
        assertThat(administrator
                        .get("/administration/offices/ja-finance-bureau")
                        .status())
                .isEqualTo(404);
        assertThat(administrator.get("/administration/people/caizheng").status())
                .isEqualTo(404);
        assertThat(administrator.get("/administration?q=舒仁").body()).contains(">sc.ren</a>");
        assertThat(administrator.get("/administration?q=caizheng").body()).contains("没有找到");
    }

    @Test
    void refusedInputIsShownAgainWithTheReasonAtItsField() {
        Answer refused = administrator.postForm(
                "/administration/offices",
                Map.of("region", COUNTY, "id", "Bad Id", "name", "新单位", "kind", "PARTY", "roles", "finance-bureau"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("未保存，系统未作任何改动", "【编号】须为2至40位", "【职责】“财政局”不是参建单位的职责", "【服务区县】至少选择一个区县")
                .contains("value=\"Bad Id\"", "value=\"新单位\"")
                .containsPattern("value=\"PARTY\" selected=\"selected\"")
                .containsPattern("value=\"finance-bureau\"\\s+checked=\"checked\"");
        Answer person = administrator.postForm(
                "/administration/offices/sc-office/people",
                Map.of("id", "sc.ren", "name", "另一个", "from", "2024-02-01", "until", "2024-01-01"));
        assertThat(person.status()).isEqualTo(422);
        assertThat(person.body()).contains("【登录名】“sc.ren”已被使用", "【止】不能早于【起】", "value=\"另一个\"", "value=\"2024-02-01\"");
    }

    @Test
    void aNameIsTextWhateverItLooksLike() {
        String name = "<script>alert(1)</script>\"'>${7*7}";
        assertThat(administrator
                        .postForm(
                                "/administration/offices",
                                Map.of("region", COUNTY, "id", "sc-xss", "name", name, "kind", "AUTHORITY"))
                        .status())
                .isEqualTo(302);
        Answer added = administrator.postForm(
                "/administration/offices/sc-xss/people", Map.of("id", "sc.xss", "name", name, "from", "", "until", ""));
        assertThat(added.status()).isEqualTo(200);
        for (String path : List.of(
                "/administration",
                "/administration?q=script",
                "/administration/offices/sc-xss",
                "/administration/people/sc.xss",
                "/administration/stand-ins",
                "/administration/changes")) {
            assertThat(administrator.get(path).body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("\"'>${7*7}")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;${7*7}");
        }
    }

    @Test
    void aNewPersonsPasswordIsShownOnceAndSignsHimIn() {
        Answer added = administrator.postForm(
                "/administration/offices/sc-office/people",
                Map.of("id", "sc.new" + System.nanoTime(), "name", "辛人", "from", "", "until", ""));
        assertThat(added.status()).isEqualTo(200);
        String password = password(added);
        Matcher login = Pattern.compile("登录名 <strong>([^<]+)").matcher(added.body());
        assertThat(login.find()).isTrue();
        String person = login.group(1);
        assertThat(administrator.get("/administration/people/" + person).body()).doesNotContain(password);
        assertThat(isSignedIn(clients.anew(person, password))).isTrue();
        assertThat(isSignedIn(clients.anew(person, "wrong " + password))).isFalse();

        String another = password(administrator.postForm("/administration/people/" + person + "/password", Map.of()));
        assertThat(another).isNotEqualTo(password);
        assertThat(isSignedIn(clients.anew(person, password))).isFalse();
        assertThat(isSignedIn(clients.anew(person, another))).isTrue();

        assertThat(administrator
                        .postForm("/administration/people/" + person + "/block", Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(isSignedIn(clients.anew(person, another))).isFalse();
        assertThat(administrator.get("/administration/changes").body())
                .contains("新增人员", "重置密码", "停用账号")
                .doesNotContain(password, another);
    }

    @Test
    void whoseMembershipIsNotYetOrNoLongerValidCannotSignIn() {
        Answer added = administrator.postForm(
                "/administration/offices/sc-office/people",
                Map.of("id", "sc.spaeter", "name", "候任", "from", "2024-01-10", "until", "2024-01-12"));
        String password = password(added);
        assertThat(isSignedIn(clients.anew("sc.spaeter", password))).isFalse();
        scenario.at(LocalDate.of(2024, 1, 12));
        assertThat(isSignedIn(clients.anew("sc.spaeter", password))).isTrue();
        scenario.at(LocalDate.of(2024, 1, 13));
        assertThat(isSignedIn(clients.anew("sc.spaeter", password))).isFalse();
    }

    @Test
    void thePasswordListComesBackAsAWorkbook() {
        Answer list = administrator.postForm(
                "/administration/import/passwords", Map.of("list", "sc.a\t甲\tsc-office\tabcd-efgh\nbroken"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).startsWith("PK");
    }

    @Test
    void theSetUpIsNotThereWhileThereIsAnAdministrator() throws Exception {
        for (String path : List.of("/setup", "/setup?token=", "/setup?token=0123456789abcdef0123456789abcdef")) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("管理员");
        }
        assertThat(administrator
                        .postForm("/setup", Map.of("token", "0".repeat(32)))
                        .status())
                .isEqualTo(404);
    }

    /** Whoever has a password that somebody else gave is signed in, and may do nothing but change it. */
    private static boolean isSignedIn(Client client) {
        return List.of(200, 403).contains(client.get("/api/session").status());
    }

    private static String password(Answer page) {
        Matcher found = PASSWORD.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group();
    }
}
