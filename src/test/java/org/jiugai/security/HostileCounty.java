package org.jiugai.security;

import java.util.Set;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.Region;

/**
 * A county whose regions, offices and people have hostile names, and whose few offices hold every role. {@link #WATCHER} belongs to all of
 * them, so that one browser sees every task; others do the work.
 */
final class HostileCounty {
    static final String COUNTY = "349902";
    static final String STREET = "349902001";
    static final String WATCHER = "hzz";
    static final String ADMINISTRATOR = "hx0";
    static final String STREET_CLERK = "hs1";
    static final String OFFICE_CLERK = "ha1";
    static final String COLLECTOR = "hm1";

    private static final Set<String> AUTHORITIES = Set.of(
            "renovation-office",
            "leading-group",
            "government",
            "housing-bureau",
            "development-reform",
            "finance-bureau",
            "natural-resources",
            "urban-management",
            "public-security",
            "fire-rescue",
            "civil-affairs",
            "emergency-management",
            "audit-bureau",
            "human-resources",
            "quality-safety-station",
            "legal-reviewer",
            "utility-units",
            "expert",
            "employer");
    private static final Set<String> FIRMS =
            Set.of("contractor", "supervisor", "tender-agent", "cost-consultant", "test-lab");

    static final String STREET_NAME = "{{constructor.constructor('boo()')()}}街道";

    private HostileCounty() {}

    static void load(OrganisationSetup setup) {
        setup.region(new Region("349900", "<img src=x onerror=boo()>市", Region.Kind.CITY, null));
        setup.region(new Region(COUNTY, "<svg onload=boo()>县", Region.Kind.COUNTY, "349900"));
        setup.region(new Region(STREET, STREET_NAME, Region.Kind.STREET, COUNTY));
        setup.region(new Region("349902001001", "\" onmouseover=boo() x=\"社区", Region.Kind.COMMUNITY, STREET));
        office(setup, "hx-authority", "<script>boo()</script>局", COUNTY, AUTHORITIES);
        office(setup, "hx-firm", "<iframe srcdoc='<script>parent.boo()</script>'>公司", COUNTY, FIRMS);
        office(setup, "hx-designer", "<math href=javascript:boo()>设计院", COUNTY, Set.of("designer"));
        office(setup, "hx-street", "{{$on.constructor('boo()')()}}办事处", STREET, Set.of("subdistrict"));
        office(setup, "hx-committee", "${canary.sing()}居民委员会", "349902001001", Set.of("community"));
        office(setup, "hx-admin", "<object data=javascript:boo()>管理", COUNTY, Set.of("system-admin"));
        person(setup, ADMINISTRATOR, "<details open ontoggle=boo()>", "hx-admin");
        person(setup, "ha1", "<b onclick=boo()>甲", "hx-authority");
        person(setup, "ha2", "{{$new.constructor('boo()')()}}", "hx-authority");
        person(setup, "ha3", "'-boo()-'戊", "hx-authority");
        person(setup, "hf1", "<img src onerror=boo()>丙", "hx-firm");
        person(setup, "hf2", "#{canary.sing()}", "hx-firm");
        person(setup, "hd1", "@{canary.sing()}", "hx-designer");
        person(setup, "hd2", "<a href=javascript:boo()>丁", "hx-designer");
        person(setup, STREET_CLERK, "__${@canary.sing()}__", "hx-street");
        person(setup, COLLECTOR, "'><svg onload=boo()>", "hx-committee");
        person(
                setup,
                WATCHER,
                "<style>*{}</style>看",
                "hx-authority",
                "hx-designer",
                "hx-firm",
                "hx-street",
                "hx-committee");
    }

    private static void office(OrganisationSetup setup, String id, String name, String region, Set<String> roles) {
        boolean firm = FIRMS.containsAll(roles) || roles.contains("designer");
        Office.Kind kind = firm ? Office.Kind.PARTY : Office.Kind.AUTHORITY;
        setup.office(new Office(id, name, region, kind), roles, Set.of(COUNTY));
    }

    private static void person(OrganisationSetup setup, String id, String name, String... offices) {
        setup.person(id, name, DemonstrationCounty.PASSWORD, Set.of(offices));
    }
}
