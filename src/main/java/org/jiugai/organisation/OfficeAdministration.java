package org.jiugai.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator changes about the offices of his regions; everything takes effect at once, for tasks that are open too. */
@Service
@Transactional
@Unrecorded("each change is recorded by AdministrativeActs, with what it was before")
public class OfficeAdministration {
    private static final String FAULTY = "organisation.officeFaulty";
    private final AdministrativeActs acts;
    private final Directory directory;
    private final OfficeRows rows;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    OfficeAdministration(
            AdministrativeActs acts,
            Directory directory,
            OfficeRows rows,
            Memberships memberships,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.directory = directory;
        this.rows = rows;
        this.memberships = memberships;
        this.events = events;
    }

    /**
     * @throws RuleViolation with all faults, by field {@code id}, {@code name}, {@code kind}, {@code region}, {@code roles}, {@code counties}
     */
    public void add(String administrator, NewOffice entered) {
        Scope scope = acts.begin(administrator);
        Region region = directory
                .findRegion(OrganisationRules.id(entered.region()))
                .filter(r -> scope.covers(r.code()))
                .orElse(null);
        String id = OrganisationRules.id(entered.id());
        Faults faults = new Faults();
        OrganisationRules.officeId(id, faults);
        faults.require(directory.findOffice(id).isEmpty(), "id", "【编号】“" + id + "”已有单位使用");
        String name = OrganisationRules.text(entered.name(), "name", "名称", faults);
        Office.Kind kind = OrganisationRules.kind(entered.kind(), faults);
        faults.require(
                region != null,
                "region",
                "【区划代码】没有此区划，或不在您的管理范围内：“" + entered.region().strip() + "”");
        if (kind == null || region == null) {
            faults.refuse(FAULTY);
            return;
        }
        Office office = new Office(id, name, region.code(), kind);
        Set<String> roles =
                OrganisationRules.roles(entered.roles(), kind, region.kind(), directory::isPartyRole, faults);
        Set<String> counties = counties(scope, office, entered.counties(), faults);
        faults.refuse(FAULTY);
        directory.addOffice(office, roles, counties);
        acts.record(
                scope,
                region.code(),
                OrganisationChange.OFFICE_ADDED,
                "office:" + id,
                kind.label() + "“" + name + "”，" + region.name() + "；职责：" + named(roles) + "；服务区县：" + places(counties));
    }

    public void rename(String administrator, String officeId, String name) {
        Scope scope = acts.begin(administrator);
        Office office = reached(scope, officeId);
        Faults faults = new Faults();
        String called = OrganisationRules.text(name, "name", "名称", faults);
        faults.refuse(FAULTY);
        if (called.equals(office.name())) return;
        rows.renameOffice(office.id(), called);
        record(scope, office, OrganisationChange.OFFICE_RENAMED, "名称：" + office.name() + " → " + called);
    }

    /** The number under which it answers the public from now on; blank for none. */
    public void setPhone(String administrator, String officeId, String phone) {
        Scope scope = acts.begin(administrator);
        Office office = reached(scope, officeId);
        String number = phone.strip();
        new Faults()
                .require(
                        number.isEmpty()
                                || OrganisationRules.PHONE.matcher(number).matches(),
                        "phone",
                        "【对外电话】应为6至30位数字，可有空格、连字符和加号，以数字开头")
                .refuse(FAULTY);
        String had = directory.phone(office.id()).orElse("");
        if (had.equals(number)) return;
        rows.setPhone(office.id(), number.isEmpty() ? null : number);
        record(
                scope,
                office,
                OrganisationChange.OFFICE_PHONE,
                "对外电话：" + (had.isEmpty() ? "无" : had) + " → " + (number.isEmpty() ? "无" : number));
    }

    /**
     * Exactly these roles from now on. Whoever acts for an office that loses one is signed out.
     *
     * @param roles ids or Chinese names
     */
    public void setRoles(String administrator, String officeId, List<String> roles) {
        Scope scope = acts.begin(administrator);
        Office office = open(scope, officeId);
        Faults faults = new Faults();
        Region.Kind level = directory.region(office.region()).kind();
        Set<String> wanted = OrganisationRules.roles(roles, office.kind(), level, directory::isPartyRole, faults);
        faults.refuse(FAULTY);
        Set<String> had = new TreeSet<>(directory.rolesOf(office.id()));
        if (had.equals(wanted)) return;
        Set<String> lost = without(had, wanted);
        acts.takeAway(lost.isEmpty() ? Set.of() : memberships.actingFor(office.id()), () -> {
            lost.forEach(role -> rows.removeRole(office.id(), role));
            without(wanted, had).forEach(role -> rows.addRole(office.id(), role));
        });
        if (!lost.isEmpty()) events.publishEvent(new OfficeReduced(office.id()));
        record(scope, office, OrganisationChange.ROLES_CHANGED, "职责：" + named(had) + " → " + named(wanted));
    }

    /** Exactly these of the counties in the administrator's reach; what lies outside of it stays as it is. */
    public void setCounties(String administrator, String officeId, List<String> counties) {
        Scope scope = acts.begin(administrator);
        Office office = open(scope, officeId);
        Faults faults = new Faults();
        Set<String> wanted = counties(scope, office, counties, faults);
        Set<String> had = rows.counties(office.id());
        had.stream().filter(county -> !scope.covers(county)).forEach(wanted::add);
        faults.refuse(FAULTY);
        if (had.equals(wanted)) return;
        Set<String> lost = without(had, wanted);
        acts.takeAway(lost.isEmpty() ? Set.of() : memberships.actingFor(office.id()), () -> {
            lost.forEach(county -> rows.removeCounty(office.id(), county));
            without(wanted, had).forEach(county -> rows.addCounty(office.id(), county));
        });
        if (!lost.isEmpty()) events.publishEvent(new OfficeReduced(office.id()));
        record(scope, office, OrganisationChange.COUNTIES_CHANGED, "服务区县：" + places(had) + " → " + places(wanted));
    }

    /** Its people belong to it no longer and it holds no role; what it did stays on record. */
    public void close(String administrator, String officeId) {
        Scope scope = acts.begin(administrator);
        Office office = open(scope, officeId);
        Set<String> roles = new TreeSet<>(directory.rolesOf(office.id()));
        List<Membership> ended = memberships.openIn(office.id());
        acts.takeAway(memberships.actingFor(office.id()), () -> {
            roles.forEach(role -> rows.removeRole(office.id(), role));
            ended.forEach(memberships::endAtOnce);
            rows.close(office.id(), memberships.today());
        });
        events.publishEvent(new OfficeReduced(office.id()));
        record(
                scope,
                office,
                OrganisationChange.OFFICE_CLOSED,
                "职责：" + named(roles) + " → 无；结束任职" + ended.size() + "人次");
    }

    /** It may have people and roles again; none come back by themselves. */
    public void reopen(String administrator, String officeId) {
        Scope scope = acts.begin(administrator);
        Office office = reached(scope, officeId);
        if (rows.closedOn(office.id()).isEmpty()) return;
        rows.close(office.id(), null);
        record(scope, office, OrganisationChange.OFFICE_REOPENED, "停用 → 启用");
    }

    private Office reached(Scope scope, String officeId) {
        return directory
                .findOffice(OrganisationRules.id(officeId))
                .filter(office -> scope.covers(office.region()))
                .orElseThrow(() -> new OutOfReach("office"));
    }

    private Office open(Scope scope, String officeId) {
        Office office = reached(scope, officeId);
        if (rows.closedOn(office.id()).isPresent()) {
            throw new RuleViolation("organisation.officeClosed", "“" + office.name() + "”已停用，请先恢复");
        }
        return office;
    }

    /** An authority below the city serves its own county and no other. */
    private Set<String> counties(Scope scope, Office office, List<String> entered, Faults faults) {
        Set<String> counties = new TreeSet<>();
        rows.countyOf(office.region()).ifPresent(counties::add);
        if (office.kind() == Office.Kind.AUTHORITY && !counties.isEmpty()) return counties;
        counties.clear();
        for (String text : entered) {
            String code = OrganisationRules.id(text);
            boolean isOurs = scope.covers(code) && directory.region(code).kind() == Region.Kind.COUNTY;
            faults.require(isOurs, "counties", "【服务区县】“" + text.strip() + "”不是您管理范围内的区县");
            counties.add(code);
        }
        faults.require(!counties.isEmpty(), "counties", "【服务区县】至少选择一个区县");
        return counties;
    }

    private void record(Scope scope, Office office, OrganisationChange change, String details) {
        acts.record(scope, office.region(), change, "office:" + office.id(), details);
    }

    private static Set<String> without(Collection<String> these, Collection<String> those) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static String named(Set<String> roles) {
        return roles.isEmpty() ? "无" : roles.stream().map(Roles::name).collect(Collectors.joining("、"));
    }

    private String places(Set<String> counties) {
        return counties.isEmpty()
                ? "无"
                : counties.stream().map(code -> directory.region(code).name()).collect(Collectors.joining("、"));
    }
}
