package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The rules of administration, each in a transaction that is rolled back. */
@ProcessTest
class AdministrationTests {
    private static final LocalDate TODAY = Scenario.FIRST_DAY;

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private RegionAdministration regions;

    @Autowired
    private OfficeAdministration offices;

    @Autowired
    private PeopleAdministration people;

    @Autowired
    private AccountAdministration accounts;

    @Autowired
    private StandInAdministration standIns;

    @Autowired
    private OrganisationManagement organisation;

    @Autowired
    private PeopleOverview peopleOverview;

    @Autowired
    private OrganisationOverview overview;

    @Autowired
    private ChangeRecord changes;

    @Autowired
    private Accounts passwords;

    @Autowired
    private Directory directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionStatus transaction;

    @BeforeEach
    void begin() {
        OtherCounty.load(scenario, setup);
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    }

    @AfterEach
    void undo() {
        transactions.rollback(transaction);
    }

    @Test
    void aTreeOfRegionsGrowsBelowWhatIsManaged() {
        regions.add(OtherCounty.ADMIN, "341502009", "新街道", "341502");
        regions.add(OtherCounty.ADMIN, "341502009001", "新社区", "341502009");
        assertThat(directory.region("341502009").kind()).isEqualTo(Region.Kind.STREET);
        assertThat(directory.region("341502009001").kind()).isEqualTo(Region.Kind.COMMUNITY);
        assertThat(refused(() -> regions.add(OtherCounty.ADMIN, "341502009001001", "组", "341502009001")))
                .containsExactly("parent:【上级代码】社区之下不再设区划");
        assertThat(refused(() -> regions.add(OtherCounty.ADMIN, "12", " ", "341502")))
                .containsExactly("name:【名称】未填写", "code:【代码】街道（镇）须为9位数字：“12”");
        assertThat(refused(() -> regions.add(OtherCounty.ADMIN, "341502001", "中市街道", "341502")))
                .containsExactly("code:【代码】“341502001”已有区划使用");
        assertRecorded("新增区划", "新街道（341502009）", "街道（镇）“新街道”，上级：金安区");
    }

    @Test
    void regionsAboveAndBesideCannotBeChanged() {
        assertThatThrownBy(() -> regions.rename(OtherCounty.ADMIN, "341500", "别的市"))
                .isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> regions.rename(OtherCounty.ADMIN, OtherCounty.CODE, "别的区"))
                .isInstanceOf(OutOfReach.class);
        assertThat(refused(() -> regions.add(OtherCounty.ADMIN, "341599", "新区", "341500")))
                .singleElement()
                .asString()
                .startsWith("parent:【上级代码】没有此区划，或不在您的管理范围内");
        regions.rename(OtherCounty.CITY_ADMIN, OtherCounty.CODE, "叶集新区");
        regions.add(OtherCounty.CITY_ADMIN, "341599", "新区", "341500");
        assertThat(directory.region("341599").kind()).isEqualTo(Region.Kind.COUNTY);
    }

    @Test
    void anotherCountysOfficesAndPeopleAreAsIfTheyWereNotThere() {
        List<ThrowingCallable> acts = List.of(
                () -> overview.office(OtherCounty.OTHER_ADMIN, "ja-finance-bureau"),
                () -> overview.office(OtherCounty.OTHER_ADMIN, "la-finance-bureau"),
                () -> overview.office(OtherCounty.OTHER_ADMIN, "no-such-office"),
                () -> peopleOverview.person(OtherCounty.OTHER_ADMIN, "caizheng"),
                () -> peopleOverview.person(OtherCounty.OTHER_ADMIN, OtherCounty.CITY_ADMIN),
                () -> peopleOverview.person(OtherCounty.OTHER_ADMIN, "nobody"),
                () -> offices.rename(OtherCounty.OTHER_ADMIN, "ja-finance-bureau", "x"),
                () -> offices.setRoles(OtherCounty.OTHER_ADMIN, "ja-finance-bureau", List.of()),
                () -> offices.setCounties(OtherCounty.OTHER_ADMIN, "ja-contractor-a", List.of(OtherCounty.CODE)),
                () -> offices.close(OtherCounty.OTHER_ADMIN, "la-finance-bureau"),
                () -> offices.reopen(OtherCounty.OTHER_ADMIN, "ja-finance-bureau"),
                () -> people.rename(OtherCounty.OTHER_ADMIN, "caizheng", "x"),
                () -> people.join(OtherCounty.OTHER_ADMIN, "caizheng", "yj-finance-bureau", "", ""),
                () -> people.setPeriod(OtherCounty.OTHER_ADMIN, membership("caizheng"), "", "2024-02-01"),
                () -> people.leave(OtherCounty.OTHER_ADMIN, membership("caizheng")),
                () -> accounts.resetPassword(OtherCounty.OTHER_ADMIN, "caizheng"),
                () -> accounts.resetPassword(OtherCounty.OTHER_ADMIN, OtherCounty.CITY_ADMIN),
                () -> accounts.block(OtherCounty.OTHER_ADMIN, "caizheng"),
                () -> accounts.unblock(OtherCounty.OTHER_ADMIN, "caizheng"),
                () -> standIns.appoint(
                        OtherCounty.OTHER_ADMIN, standIn("caizheng", "yj.caizheng", "2024-01-02", "2024-01-31")),
                () -> standIns.appoint(
                        OtherCounty.OTHER_ADMIN, standIn("yj.caizheng", "caizheng", "2024-01-02", "2024-01-31")));
        for (ThrowingCallable act : acts) assertThatThrownBy(act).isInstanceOf(OutOfReach.class);
        assertThat(refused(() -> people.join(OtherCounty.OTHER_ADMIN, "yj.caizheng", "ja-finance-bureau", "", "")))
                .singleElement()
                .asString()
                .startsWith("office:【单位】没有此单位，或不在您的管理范围内");
        assertThat(refused(() -> offices.add(
                        OtherCounty.OTHER_ADMIN, new NewOffice("x1", "x", "机关", "341502", List.of(), List.of()))))
                .singleElement()
                .asString()
                .startsWith("region:【区划代码】没有此区划，或不在您的管理范围内");
        assertThat(peopleOverview.find(OtherCounty.OTHER_ADMIN, "")).allMatch(p -> p.id().startsWith("yj."));
        assertThat(overview.tree(OtherCounty.OTHER_ADMIN))
                .allMatch(place -> place.region().code().startsWith(OtherCounty.CODE));
    }

    @Test
    void theCitysAdministratorReachesTheCityAndItsCounties() {
        assertThat(overview.office(OtherCounty.CITY_ADMIN, "la-finance-bureau")
                        .office()
                        .name())
                .contains("财政局");
        assertThat(overview.office(OtherCounty.CITY_ADMIN, "ja-finance-bureau")
                        .office()
                        .name())
                .contains("财政局");
        offices.rename(OtherCounty.CITY_ADMIN, "yj-finance-bureau", "叶集区财政局（新）");
        assertRecorded("单位更名", "叶集区财政局（新）（yj-finance-bureau）", "名称：叶集区财政局 → 叶集区财政局（新）");
    }

    /** The number that residents read on public pages. */
    @Test
    void anOfficesTelephoneIsSetCorrectedAndTakenBack() {
        offices.setPhone(OtherCounty.CITY_ADMIN, "yj-finance-bureau", " 0564-3261001 ");
        assertRecorded("调整对外电话", "叶集区财政局（yj-finance-bureau）", "对外电话：无 → 0564-3261001");
        assertThat(overview.office(OtherCounty.CITY_ADMIN, "yj-finance-bureau").phone())
                .isEqualTo("0564-3261001");
        for (String wrong : List.of("查号台", "110", "0564-3261001x", "<b>0564</b>"))
            assertThatThrownBy(() -> offices.setPhone(OtherCounty.CITY_ADMIN, "yj-finance-bureau", wrong))
                    .as(wrong)
                    .hasMessageContaining("【对外电话】");
        assertThatThrownBy(() -> offices.setPhone(OtherCounty.OTHER_ADMIN, "ja-finance-bureau", "0564-3261001"))
                .isInstanceOf(OutOfReach.class);
        offices.setPhone(OtherCounty.CITY_ADMIN, "yj-finance-bureau", "");
        assertThat(overview.office(OtherCounty.CITY_ADMIN, "yj-finance-bureau").phone())
                .isNull();
    }

    @Test
    void nobodyButAnAdministratorChangesAnything() {
        assertThatThrownBy(() -> regions.rename("jiugai", "341502", "x")).isInstanceOf(NotAdministrator.class);
        assertThatThrownBy(() -> offices.close("jiugai", "ja-finance-bureau")).isInstanceOf(NotAdministrator.class);
        assertThatThrownBy(() -> accounts.resetPassword("jiugai", "caizheng")).isInstanceOf(NotAdministrator.class);
        assertThatThrownBy(() -> overview.tree("shenji")).isInstanceOf(NotAdministrator.class);
        assertThatThrownBy(() -> changes.latest("jiugai")).isInstanceOf(NotAdministrator.class);
    }

    @Test
    void aRoleIsGivenAndTakenAtOnce() {
        offices.add(
                OtherCounty.ADMIN,
                new NewOffice("ja-archive", "金安区城建档案馆", "机关", "341502", List.of("城建档案馆"), List.of()));
        assertThat(organisation.holder("archive-centre", "341502"))
                .map(Office::id)
                .hasValue("ja-archive");
        assertThat(organisation.officesServing("341502")).extracting(Office::id).contains("ja-archive");
        offices.setRoles(OtherCounty.ADMIN, "ja-archive", List.of("statistics-clerk"));
        assertThat(organisation.holder("archive-centre", "341502")).isEmpty();
        assertRecorded("调整职责", "金安区城建档案馆（ja-archive）", "职责：城建档案馆 → 统计员");
    }

    @Test
    void anAuthorityBelowTheCityServesItsOwnCountyOnlyAndAFirmTheCountiesInReach() {
        offices.add(
                OtherCounty.CITY_ADMIN,
                new NewOffice("ja-x", "某局", "AUTHORITY", "341502001", List.of(), List.of(OtherCounty.CODE)));
        assertThat(counties("ja-x")).containsExactly("341502");
        offices.add(
                OtherCounty.CITY_ADMIN,
                new NewOffice(
                        "ja-firm", "某公司", "PARTY", "341502", List.of("designer"), List.of("341502", OtherCounty.CODE)));
        assertThat(counties("ja-firm")).containsExactlyInAnyOrder("341502", OtherCounty.CODE);
        assertThat(refused(
                        () -> offices.setCounties(OtherCounty.ADMIN, "ja-firm", List.of("341502", OtherCounty.CODE))))
                .containsExactly("counties:【服务区县】“341504”不是您管理范围内的区县");
        offices.setCounties(OtherCounty.ADMIN, "ja-firm", List.of("341502"));
        assertThat(counties("ja-firm"))
                .as("what lies outside of the administrator's reach stays")
                .containsExactlyInAnyOrder("341502", OtherCounty.CODE);
    }

    @Test
    void aClosedOfficeHasNeitherPeopleNorRolesAndCanComeBack() {
        offices.close(OtherCounty.ADMIN, "ja-finance-bureau");
        assertThat(organisation.people("ja-finance-bureau")).isEmpty();
        assertThat(organisation.holder("finance-bureau", "341502")).isEmpty();
        assertThat(organisation.officesOf("caizheng")).isEmpty();
        assertRecorded("停用单位", "金安区财政局（ja-finance-bureau）", "职责：财政局 → 无；结束任职2人次");
        assertThat(refused(() -> people.join(OtherCounty.ADMIN, "caizheng", "ja-finance-bureau", "", "")))
                .containsExactly("office:【单位】“金安区财政局”已停用");
        assertThat(refused(() -> offices.setRoles(OtherCounty.ADMIN, "ja-finance-bureau", List.of("finance-bureau"))))
                .containsExactly(":“金安区财政局”已停用，请先恢复");
        offices.reopen(OtherCounty.ADMIN, "ja-finance-bureau");
        offices.setRoles(OtherCounty.ADMIN, "ja-finance-bureau", List.of("finance-bureau"));
        people.join(OtherCounty.ADMIN, "caizheng", "ja-finance-bureau", "", "");
        assertThat(organisation.people("ja-finance-bureau")).containsExactly("caizheng");
    }

    @Test
    void aNewPersonHasAOneTimePasswordAndBelongsToHisOfficeForAPeriod() {
        String password = people.add(
                OtherCounty.ADMIN, new NewPerson("ja.xin", "辛人", "ja-finance-bureau", "2024-02-01", "2024-02-29"));
        assertThat(passwords.matches("ja.xin", password)).isTrue();
        assertThat(passwords.mustChange("ja.xin")).isTrue();
        assertThat(hash("ja.xin")).startsWith("{once}").doesNotContain(password);
        scenario.at(LocalDate.of(2024, 1, 31));
        assertThat(organisation.officesOf("ja.xin")).isEmpty();
        scenario.at(LocalDate.of(2024, 2, 29));
        assertThat(organisation.officesOf("ja.xin")).extracting(Office::id).containsExactly("ja-finance-bureau");
        scenario.at(LocalDate.of(2024, 3, 1));
        assertThat(organisation.officesOf("ja.xin")).isEmpty();
        scenario.at(TODAY);
        assertRecorded("新增人员", "辛人（ja.xin）", "“辛人”，金安区财政局，2024-02-01起，至2024-02-29");
    }

    @Test
    void aOneTimePasswordThatLayUnusedOpensNothing() {
        String password = people.add(OtherCounty.ADMIN, new NewPerson("ja.xin", "辛人", "ja-finance-bureau", "", ""));
        scenario.at(TODAY.plusDays(29));
        assertThat(passwords.matches("ja.xin", password)).isTrue();
        scenario.at(TODAY.plusDays(31));
        assertThat(passwords.matches("ja.xin", password)).isFalse();
        scenario.at(TODAY);
    }

    @Test
    void everyFaultOfANewPersonIsNamedAtOnce() {
        assertThat(refused(() ->
                        people.add(OtherCounty.ADMIN, new NewPerson("Zhang San", "", "nowhere", "x", "2023-01-01"))))
                .containsExactly(
                        "id:【登录名】须为2至40位小写字母、数字、点、下划线或连字符：“ZhangSan”",
                        "name:【姓名】未填写",
                        "office:【单位】没有此单位，或不在您的管理范围内：“nowhere”",
                        "from:【起】不是有效的日期（例如2024-01-31）：“x”");
        assertThat(refused(() -> people.add(
                        OtherCounty.ADMIN, new NewPerson("caizheng", "孙丽", "ja-finance-bureau", "", "2023-01-01"))))
                .containsExactly("id:【登录名】“caizheng”已被使用", "until:【止】不能早于今天");
    }

    @Test
    void aPersonBelongsToAnOfficeOnceAtATimeAndToSeveralOffices() {
        people.join(OtherCounty.ADMIN, "caizheng", "ja-audit-bureau", "", "2024-06-30");
        assertThat(organisation.officesOf("caizheng"))
                .extracting(Office::id)
                .containsExactly("ja-audit-bureau", "ja-finance-bureau");
        assertThat(refused(() -> people.join(OtherCounty.ADMIN, "caizheng", "ja-audit-bureau", "2024-06-30", "")))
                .containsExactly("from:【起】该人员在“金安区审计局”已有任职（2024-01-02起，至2024-06-30），起止不能重叠");
        people.join(OtherCounty.ADMIN, "caizheng", "ja-audit-bureau", "2024-07-01", "");
    }

    @Test
    void aGuestsMembershipHasAnEnd() {
        offices.add(OtherCounty.ADMIN, new NewOffice("ja-guest", "省审计组", "来访", "341502", List.of(), List.of("341502")));
        assertThat(refused(() -> people.add(OtherCounty.ADMIN, new NewPerson("ja.ke", "客人", "ja-guest", "", ""))))
                .containsExactly("until:【止】来访单位的人员必须填写截止日期");
        people.add(OtherCounty.ADMIN, new NewPerson("ja.ke", "客人", "ja-guest", "", "2024-01-31"));
    }

    @Test
    void aMembershipEndsAtOnceOrOnADay() {
        people.setPeriod(OtherCounty.ADMIN, membership("caizheng"), "", "2024-01-31");
        assertRecorded("调整任职起止", "金安区财政局（ja-finance-bureau）", "孙丽（caizheng）：长期 → 至2024-01-31");
        assertThat(organisation.officesOf("caizheng")).hasSize(1);
        people.leave(OtherCounty.ADMIN, membership("caizheng"));
        assertThat(organisation.officesOf("caizheng")).isEmpty();
        assertRecorded("结束任职", "金安区财政局（ja-finance-bureau）", "孙丽（caizheng）：至2024-01-31 → 至2024-01-01");
        people.add(OtherCounty.ADMIN, new NewPerson("ja.xin", "辛人", "ja-finance-bureau", "2024-01-02", ""));
        people.leave(OtherCounty.ADMIN, membership("ja.xin"));
        assertThat(organisation.officesOf("ja.xin")).isEmpty();
        people.join(OtherCounty.ADMIN, "ja.xin", "ja-finance-bureau", "", "");
        assertThat(organisation.officesOf("ja.xin")).hasSize(1);
    }

    @Test
    void whoAlsoBelongsElsewhereKeepsHisNamePasswordAndAccountFromTheCountysAdministrator() {
        people.join(OtherCounty.CITY_ADMIN, "yj.caizheng", "ja-finance-bureau", "", "");
        for (String administrator : List.of(OtherCounty.ADMIN, OtherCounty.OTHER_ADMIN)) {
            assertThat(peopleOverview.person(administrator, "yj.caizheng"))
                    .returns(false, PeopleOverview.PersonSheet::isWhole)
                    .returns(1L, PeopleOverview.PersonSheet::elsewhere)
                    .satisfies(sheet -> assertThat(sheet.memberships()).hasSize(1));
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> accounts.resetPassword(administrator, "yj.caizheng"),
                    () -> accounts.block(administrator, "yj.caizheng"),
                    () -> people.rename(administrator, "yj.caizheng", "x"),
                    () -> standIns.appoint(
                            administrator, standIn("yj.caizheng", administrator, "2024-01-02", "2024-01-31")))) {
                assertThatThrownBy(act)
                        .asInstanceOf(type(RuleViolation.class))
                        .returns("organisation.alsoElsewhere", RuleViolation::code);
            }
        }
        accounts.resetPassword(OtherCounty.CITY_ADMIN, "yj.caizheng");
    }

    /** Whoever resets his password could act for the absent one. */
    @Test
    void whoStandsInForSomebodyElsewhereKeepsHisAccountFromTheCountysAdministrator() {
        people.join(OtherCounty.CITY_ADMIN, "caizheng", "yj-audit-bureau", "", "");
        standIns.appoint(OtherCounty.CITY_ADMIN, standIn("yj.shenji", "caizheng", "2024-01-02", "2024-01-31"));
        people.leave(OtherCounty.CITY_ADMIN, membership("caizheng"));
        assertThatThrownBy(() -> accounts.resetPassword(OtherCounty.ADMIN, "caizheng"))
                .asInstanceOf(type(RuleViolation.class))
                .returns("organisation.alsoElsewhere", RuleViolation::code);
        accounts.resetPassword(OtherCounty.CITY_ADMIN, "caizheng");
    }

    @Test
    void whoIsBlockedCanNeitherSignInNorActAndHisStandInStillCan() {
        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-02", "2024-01-31"));
        assertThat(passwords.matches("caizheng", DemonstrationCounty.PASSWORD)).isTrue();
        accounts.block(OtherCounty.ADMIN, "caizheng");
        assertThat(passwords.matches("caizheng", DemonstrationCounty.PASSWORD)).isFalse();
        assertThat(organisation.officesOf("caizheng")).isEmpty();
        assertThat(organisation.officesOf("shenji")).extracting(Office::id).contains("ja-finance-bureau");
        accounts.unblock(OtherCounty.ADMIN, "caizheng");
        assertThat(passwords.matches("caizheng", DemonstrationCounty.PASSWORD)).isTrue();
        assertRecorded("停用账号", "孙丽（caizheng）", "账号：正常 → 停用");
    }

    @Test
    void whoIsBlockedActsForNobodyElseEither() {
        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-02", "2024-01-31"));
        accounts.block(OtherCounty.ADMIN, "shenji");
        assertThat(organisation.officesOf("shenji")).isEmpty();
        assertThat(refused(() ->
                        standIns.appoint(OtherCounty.ADMIN, standIn("jiugai", "shenji", "2024-03-01", "2024-03-05"))))
                .containsExactly("standIn:【代理人】“朱琳”的账号已停用");
    }

    @Test
    void aResetPasswordReplacesTheOldOneButNotTheAdministratorsOwn() {
        String password = accounts.resetPassword(OtherCounty.ADMIN, "caizheng");
        assertThat(passwords.matches("caizheng", password)).isTrue();
        assertThat(passwords.matches("caizheng", DemonstrationCounty.PASSWORD)).isFalse();
        assertThat(passwords.mustChange("caizheng")).isTrue();
        assertRecorded("重置密码", "孙丽（caizheng）", "发放一次性密码，首次登录须修改");
        assertThat(refused(() -> accounts.resetPassword(OtherCounty.ADMIN, OtherCounty.ADMIN)))
                .singleElement()
                .asString()
                .contains("自己的密码");
    }

    @Test
    void theLastAdministratorStays() {
        onlyTheCitysAdministratorIsLeft();
        long last = membership(OtherCounty.CITY_ADMIN);
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> accounts.block(OtherCounty.CITY_ADMIN, OtherCounty.CITY_ADMIN),
                () -> people.leave(OtherCounty.CITY_ADMIN, last),
                () -> people.setPeriod(OtherCounty.CITY_ADMIN, last, "", "2030-12-31"),
                () -> offices.setRoles(OtherCounty.CITY_ADMIN, "la-system-admin", List.of()),
                () -> offices.close(OtherCounty.CITY_ADMIN, "la-system-admin"))) {
            Object save = transaction.createSavepoint();
            assertThatThrownBy(act)
                    .asInstanceOf(type(RuleViolation.class))
                    .returns("organisation.lastAdministrator", RuleViolation::code);
            transaction.rollbackToSavepoint(save);
        }
        accounts.unblock(OtherCounty.CITY_ADMIN, OtherCounty.ADMIN);
        people.leave(OtherCounty.CITY_ADMIN, last);
    }

    @Test
    void theLastAdministratorStaysThoughHisTimeIsLimited() {
        onlyTheCitysAdministratorIsLeft();
        long last = membership(OtherCounty.CITY_ADMIN);
        jdbc.sql("update person_office set valid_until = ? where id = ?")
                .params(TODAY.plusDays(30), last)
                .update();
        assertThatThrownBy(() -> people.leave(OtherCounty.CITY_ADMIN, last))
                .asInstanceOf(type(RuleViolation.class))
                .returns("organisation.lastAdministrator", RuleViolation::code);
    }

    @Test
    void standInsAreOfTheSameCountyForAPeriodAndOneAtATime() {
        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-02", "2024-01-31"));
        assertThat(organisation.officesOf("shenji"))
                .extracting(Office::id)
                .containsExactly("ja-audit-bureau", "ja-finance-bureau");
        assertRecorded("设置代理", "孙丽（caizheng）", "朱琳代孙丽，2024-01-02起，至2024-01-31；事由：出差");
        assertThat(refused(() ->
                        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "jiugai", "2024-01-31", "2024-02-05"))))
                .singleElement()
                .asString()
                .startsWith("absent:【被代理人】2024-01-02起，至2024-01-31已由朱琳代理");
        assertThat(refused(() ->
                        standIns.appoint(OtherCounty.ADMIN, standIn("shenji", "caizheng", "2024-01-31", "2024-02-05"))))
                .singleElement()
                .asString()
                .contains("互相代理");
        assertThat(refused(() ->
                        standIns.appoint(OtherCounty.ADMIN, standIn("shenji", "shenji", "2024-02-01", "2024-02-05"))))
                .containsExactly("standIn:【代理人】不能代理自己");
        assertThat(refused(() -> standIns.appoint(
                        OtherCounty.CITY_ADMIN, standIn("caizheng", "yj.caizheng", "2024-03-01", "2024-03-05"))))
                .singleElement()
                .asString()
                .contains("不在同一区县");
        assertThat(refused(() -> standIns.appoint(
                        OtherCounty.CITY_ADMIN, standIn("shicaizheng", "caizheng", "2024-03-01", "2024-03-05"))))
                .singleElement()
                .asString()
                .contains("不在同一区县（市级单位须同为市级）");
        assertThat(refused(() ->
                        standIns.appoint(OtherCounty.ADMIN, standIn("jianli", "zhujian", "2024-03-01", "2024-03-05"))))
                .singleElement()
                .asString()
                .contains("只能由本单位人员代理");
        assertThat(refused(() ->
                        standIns.appoint(OtherCounty.ADMIN, standIn("zhujian", "jianli", "2024-03-01", "2024-03-05"))))
                .singleElement()
                .asString()
                .contains("不在同一区县");
        standIns.appoint(OtherCounty.ADMIN, standIn("jianli", "jianli2", "2024-03-01", "2024-03-05"));
        assertThat(refused(() -> standIns.appoint(
                        OtherCounty.ADMIN, new NewStandIn("zhujian", "zhujian2", "", "2023-01-01", " "))))
                .containsExactly("reason:【事由】未填写", "from:【起】未填写", "until:【止】不能早于今天");
    }

    @Test
    void aStandInActsFromHisFirstDayToHisLastAndOnlyWhileTheAbsentOneHasTheOffice() {
        assertThat(refused(() -> standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-10", ""))))
                .containsExactly("until:【止】未填写：代理必须有截止日期");
        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-10", "2024-01-31"));
        assertThat(actsForTheAbsentOne()).isFalse();
        scenario.at(LocalDate.of(2024, 1, 10));
        assertThat(actsForTheAbsentOne()).isTrue();
        scenario.at(LocalDate.of(2024, 2, 1));
        assertThat(actsForTheAbsentOne()).isFalse();
        scenario.at(LocalDate.of(2024, 1, 31));
        assertThat(actsForTheAbsentOne()).isTrue();
        people.leave(OtherCounty.ADMIN, membership("caizheng"));
        assertThat(actsForTheAbsentOne()).isFalse();
        scenario.at(TODAY);
    }

    private boolean actsForTheAbsentOne() {
        return organisation.officesOf("shenji").stream()
                .anyMatch(office -> office.id().equals("ja-finance-bureau"));
    }

    @Test
    void aStandInIsEndedAtOnce() {
        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-02", "2024-01-31"));
        long id = peopleOverview.standIns(OtherCounty.ADMIN).stream()
                .filter(s -> s.absent().equals("caizheng"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> standIns.end(OtherCounty.OTHER_ADMIN, id)).isInstanceOf(OutOfReach.class);
        standIns.end(OtherCounty.ADMIN, id);
        assertThat(organisation.officesOf("shenji")).extracting(Office::id).containsExactly("ja-audit-bureau");
        assertRecorded("结束代理", "孙丽（caizheng）", "朱琳代孙丽：2024-01-02起，至2024-01-31 → 已撤销");
    }

    @Test
    void aStandInOfAnotherCountyIsNotEnded() {
        standIns.appoint(OtherCounty.ADMIN, standIn("caizheng", "shenji", "2024-01-02", "2024-01-31"));
        long id = jdbc.sql("select max(id) from stand_in").query(Long.class).single();
        assertThatThrownBy(() -> standIns.end(OtherCounty.OTHER_ADMIN, id)).isInstanceOf(OutOfReach.class);
        assertThat(actsForTheAbsentOne()).isTrue();
    }

    @Test
    void anAdministratorsStandInActsInHisName() {
        standIns.appoint(OtherCounty.ADMIN, standIn(OtherCounty.ADMIN, "shenji", "2024-01-02", "2024-01-31"));
        offices.rename("shenji", "ja-expert", "专家组");
        assertThat(changes.latest(OtherCounty.ADMIN).get(0))
                .returns("朱琳（代系统管理员）", ChangeRecord.Change::who)
                .returns("单位更名", ChangeRecord.Change::what);
    }

    @Test
    void theRecordShowsEveryReaderHisOwnCountyOnly() {
        offices.rename(OtherCounty.ADMIN, "ja-expert", "专家组甲");
        offices.rename(OtherCounty.OTHER_ADMIN, "yj-finance-bureau", "叶集财政");
        assertThat(changes.latest("shenji").get(0).details()).contains("专家组甲");
        assertThat(changes.latest("shenji"))
                .noneMatch(change -> change.details().contains("叶集财政"));
        assertThat(changes.latest("yj.shenji"))
                .noneMatch(change -> change.details().contains("专家组甲"));
        assertThat(changes.latest(OtherCounty.CITY_ADMIN).subList(0, 2))
                .extracting(ChangeRecord.Change::details)
                .anyMatch(details -> details.contains("叶集财政"))
                .anyMatch(details -> details.contains("专家组甲"));
    }

    /** What the forms refuse as well. */
    @Test
    void theDatabaseItselfKeepsTheNamesOfTheEnginesGroupsFromOffices() {
        assertThatThrownBy(() -> directory.addOffice(
                        new Office("camunda-admin", "x", "341502", Office.Kind.AUTHORITY), Set.of(), Set.of("341502")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseItselfKeepsRolesFromOfficesThatMayNotHoldThem() {
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into office_role (office, role) values ('la-inspection', 'audit-bureau')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void onlyTheCitysAdministratorIsLeft() {
        jdbc.sql(
                        """
                        update person set blocked = true where id <> ? and id in
                          (select m.person from person_office m join office_role r on r.office = m.office where r.role = 'system-admin')""")
                .param(OtherCounty.CITY_ADMIN)
                .update();
    }

    private static NewStandIn standIn(String absent, String standIn, String from, String until) {
        return new NewStandIn(absent, standIn, from, until, "出差");
    }

    private void assertRecorded(String what, String object, String details) {
        assertThat(changes.latest(OtherCounty.CITY_ADMIN)).anySatisfy(change -> assertThat(change)
                .returns(what, ChangeRecord.Change::what)
                .returns(object, ChangeRecord.Change::object)
                .returns(details, ChangeRecord.Change::details));
    }

    /** The refusal, fault by fault as {@code field:message}. */
    private static List<String> refused(ThrowingCallable act) {
        try {
            act.call();
        } catch (RuleViolation refusal) {
            return refusal.faults().stream()
                    .map((Fault fault) -> fault.field() + ":" + fault.message())
                    .toList();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("not refused");
    }

    private long membership(String person) {
        return jdbc.sql("select max(id) from person_office where person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private Set<String> counties(String office) {
        return Set.copyOf(jdbc.sql("select county from office_county where office = ?")
                .param(office)
                .query(String.class)
                .list());
    }

    private String hash(String person) {
        return jdbc.sql("select password_hash from account where person = ?")
                .param(person)
                .query(String.class)
                .single();
    }
}
