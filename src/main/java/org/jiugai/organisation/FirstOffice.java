package org.jiugai.organisation;

import java.util.Optional;
import java.util.Set;
import org.jiugai.kernel.Faults;
import org.jiugai.organisation.Region.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the first administrator is: his regions and his office, made when they are missing. */
@Component
class FirstOffice {
    private final Directory directory;
    private final OfficeRows rows;
    private final PeopleRows people;

    FirstOffice(Directory directory, OfficeRows rows, PeopleRows people) {
        this.directory = directory;
        this.rows = rows;
        this.people = people;
    }

    /**
     * What is to be made, when nothing is faulty.
     *
     * @param city null when only the county is administered
     */
    record Plan(@Nullable Region city, Region county, Office office) {}

    /** Notes every fault of the places, and that the sign-in name must be new: nobody's account is taken over. */
    Plan plan(NewAdministrator entered, Faults faults) {
        Region city = entered.hasCity()
                ? region(Kind.CITY, null, "city", "市", entered.cityCode(), entered.cityName(), faults)
                : null;
        Region county = region(
                Kind.COUNTY,
                city == null ? null : city.code(),
                "county",
                "区县",
                entered.countyCode(),
                entered.countyName(),
                faults);
        String id = OrganisationRules.id(entered.person());
        faults.require(people.find(id).isEmpty(), "person", "【登录名】“" + id + "”已被使用");
        Region highest = city == null ? county : city;
        String name = OrganisationRules.text(entered.officeName(), "officeName", "单位名称", faults);
        return new Plan(
                city,
                county,
                new Office(highest.code() + "-" + Roles.SYSTEM_ADMIN, name, highest.code(), Office.Kind.AUTHORITY));
    }

    private Region region(
            Kind kind, @Nullable String parent, String field, String label, String code, String name, Faults faults) {
        String id = OrganisationRules.id(code);
        faults.require(
                id.matches("\\d{" + kind.digits() + "}"),
                field + "Code",
                "【" + label + "代码】须为" + kind.digits() + "位数字：“" + id + "”");
        String called = OrganisationRules.text(name, field + "Name", label + "名称", faults);
        Optional<Region> there = directory.findRegion(id);
        faults.require(
                parent == null || there.isEmpty() || parent.equals(there.get().parent()),
                field + "Code",
                "【" + label + "代码】“" + id + "”已登记在其他上级区划之下");
        faults.require(
                there.isEmpty() || there.get().kind() == kind,
                field + "Code",
                "【" + label + "代码】“" + id + "”已用于其他级别的区划");
        return there.orElse(new Region(id, called, kind, parent));
    }

    /** Makes what is missing, and gives the person his seat. */
    void seat(Plan plan, String person, String name) {
        if (plan.city() != null) directory.addRegion(plan.city());
        directory.addRegion(plan.county());
        directory.addOffice(
                plan.office(), Set.of(Roles.SYSTEM_ADMIN), Set.of(plan.county().code()));
        rows.close(plan.office().id(), null);
        directory.addPerson(person, name, Set.of(plan.office().id()));
    }
}
