package org.jiugai.organisation;

import java.util.Set;
import org.jiugai.Scenario;
import org.jiugai.demonstration.DemonstrationCounty;

/** 叶集区 beside the demonstration's 金安区, each with an administrator of its own, and one of the city above both. */
public final class OtherCounty {
    static final String CODE = "341504";
    /** Administers 金安区. */
    static final String ADMIN = "admin";
    /** Administers 叶集区. */
    static final String OTHER_ADMIN = "yj.admin";
    /** Administers 六安市 and its counties. */
    static final String CITY_ADMIN = "la.admin";

    private OtherCounty() {}

    public static void load(Scenario scenario, OrganisationSetup setup) {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        setup.region(new Region(CODE, "叶集区", Region.Kind.COUNTY, "341500"));
        setup.region(new Region("341504001", "姚李镇", Region.Kind.STREET, CODE));
        office(setup, "yj-system-admin", "叶集区系统管理", CODE, Roles.SYSTEM_ADMIN, OTHER_ADMIN, "叶管");
        office(setup, "yj-finance-bureau", "叶集区财政局", CODE, "finance-bureau", "yj.caizheng", "叶财");
        office(setup, "yj-audit-bureau", "叶集区审计局", CODE, "audit-bureau", "yj.shenji", "叶审");
        office(setup, "la-system-admin", "六安市系统管理", "341500", Roles.SYSTEM_ADMIN, CITY_ADMIN, "市管");
    }

    private static void office(
            OrganisationSetup setup, String id, String name, String region, String role, String person, String called) {
        setup.office(new Office(id, name, region, Office.Kind.AUTHORITY), Set.of(role), Set.of(CODE));
        setup.person(person, called, DemonstrationCounty.PASSWORD, Set.of(id));
    }
}
