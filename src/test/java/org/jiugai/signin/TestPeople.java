package org.jiugai.signin;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiugai.Scenario;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;

/** People who only sign in: an office without a role, so that no case ever meets them. */
final class TestPeople {
    static final String PASSWORD = "violet-harbour-kettle-19";
    private static final String OFFICE = "signin-test";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPeople() {}

    /** A person whom nobody else in the run uses. */
    static String register(Scenario scenario, OrganisationSetup setup) {
        scenario.withCounty();
        setup.office(new Office(OFFICE, "登录测试单位", "341502", Office.Kind.AUTHORITY), Set.of(), Set.of("341502"));
        String person = "signin" + COUNT.incrementAndGet();
        setup.person(person, "测试" + COUNT.get(), PASSWORD, Set.of(OFFICE));
        return person;
    }

    /** A network address that nobody else in the run uses. */
    static String address() {
        int n = COUNT.incrementAndGet();
        return "198.18." + n / 250 + "." + (n % 250 + 1);
    }
}
