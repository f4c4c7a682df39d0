package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.audit.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever loses something is signed out once the change is committed, and nobody when it is not. */
@ProcessTest
class SessionEndingTest {
    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private AdministratorScopes scopes;

    @Autowired
    private Administrators administrators;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Directory directory;

    @Autowired
    private OfficeRows officeRows;

    @Autowired
    private PeopleRows peopleRows;

    @Autowired
    private StandInRows standInRows;

    @Autowired
    private Memberships memberships;

    @Autowired
    private ReachedPeople reached;

    @Autowired
    private StandInRules standInRules;

    @Autowired
    private Accounts passwords;

    @Autowired
    private TransactionTemplate transaction;

    private final List<String> signedOut = new ArrayList<>();
    private AdministrativeActs acts;
    private PeopleAdministration people;
    private OfficeAdministration offices;

    @BeforeEach
    void withSomebodyWhoKeepsSessions() {
        OtherCounty.load(scenario, setup);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sessions", (EndSessions) signedOut::add);
        acts = new AdministrativeActs(scopes, administrators, trail, beans.getBeanProvider(EndSessions.class));
        people = new PeopleAdministration(acts, peopleRows, memberships, reached, passwords);
        offices = new OfficeAdministration(acts, directory, officeRows, memberships, event -> {});
        in(() -> {
            if (directory.findOffice("yj-kiosk").isPresent()) return;
            offices.add(
                    OtherCounty.OTHER_ADMIN,
                    new NewOffice("yj-kiosk", "窗口", "机关", OtherCounty.CODE, List.of("statistics-clerk"), List.of()));
            people.add(OtherCounty.OTHER_ADMIN, new NewPerson("yj.a", "甲", "yj-kiosk", "", ""));
            people.add(OtherCounty.OTHER_ADMIN, new NewPerson("yj.b", "乙", "yj-finance-bureau", "", ""));
        });
        in(() -> {
            if (memberships.openOf("yj.a").isEmpty()) people.join(OtherCounty.OTHER_ADMIN, "yj.a", "yj-kiosk", "", "");
        });
        assertThat(signedOut).isEmpty();
    }

    @AfterEach
    void endTheStandIns() {
        in(() -> standInRows.of("yj.a").stream()
                .filter(s -> s.isOpen(memberships.today()))
                .forEach(s -> new StandInAdministration(acts, standInRows, reached, standInRules)
                        .end(OtherCounty.OTHER_ADMIN, s.id())));
    }

    @Test
    void endingAMembershipSignsOutThePersonAndHisStandIn() {
        standInForA();
        in(() -> people.leave(
                OtherCounty.OTHER_ADMIN, memberships.openOf("yj.a").get(0).id()));
        assertThat(signedOut).containsExactly("yj.a", "yj.b");
    }

    @Test
    void takingARoleSignsOutWhoeverActsForTheOffice() {
        standInForA();
        in(() -> offices.setRoles(OtherCounty.OTHER_ADMIN, "yj-kiosk", List.of()));
        assertThat(signedOut).containsExactly("yj.a", "yj.b");
        signedOut.clear();
        in(() -> offices.setRoles(OtherCounty.OTHER_ADMIN, "yj-kiosk", List.of("statistics-clerk")));
        assertThat(signedOut).as("nothing was lost").isEmpty();
    }

    @Test
    void anotherEndOfAMembershipSignsOutOnlyWhenItHasPassed() {
        in(() -> people.setPeriod(
                OtherCounty.OTHER_ADMIN, memberships.openOf("yj.a").get(0).id(), "2023-12-01", "2024-12-31"));
        assertThat(signedOut).isEmpty();
        in(() -> people.setPeriod(
                OtherCounty.OTHER_ADMIN, memberships.openOf("yj.a").get(0).id(), "2023-12-01", "2024-01-01"));
        assertThat(signedOut).containsExactly("yj.a");
    }

    @Test
    void resettingAPasswordAndBlockingSignOut() {
        AccountAdministration accounts = new AccountAdministration(acts, peopleRows, reached, passwords);
        in(() -> accounts.resetPassword(OtherCounty.OTHER_ADMIN, "yj.a"));
        in(() -> accounts.block(OtherCounty.OTHER_ADMIN, "yj.a"));
        in(() -> accounts.unblock(OtherCounty.OTHER_ADMIN, "yj.a"));
        assertThat(signedOut).containsExactly("yj.a", "yj.a");
    }

    @Test
    void endingAStandInSignsOutTheStandIn() {
        standInForA();
        endTheStandIns();
        assertThat(signedOut).containsExactly("yj.b");
    }

    @Test
    void aChangeThatIsNotCommittedSignsNobodyOut() {
        transaction.executeWithoutResult(status -> {
            people.leave(
                    OtherCounty.OTHER_ADMIN, memberships.openOf("yj.a").get(0).id());
            status.setRollbackOnly();
        });
        assertThat(signedOut).isEmpty();
        assertThat(memberships.openOf("yj.a")).hasSize(1);
    }

    private void standInForA() {
        in(() -> new StandInAdministration(acts, standInRows, reached, standInRules)
                .appoint(OtherCounty.OTHER_ADMIN, new NewStandIn("yj.a", "yj.b", "2024-01-02", "2024-01-31", "培训")));
    }

    private void in(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }
}
