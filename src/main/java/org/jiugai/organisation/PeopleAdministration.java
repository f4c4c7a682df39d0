package org.jiugai.organisation;

import java.util.Objects;
import java.util.Set;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.organisation.ReachedPeople.Reached;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People and their memberships in the offices of an administrator's regions. */
@Service
@Transactional
@Unrecorded("each change is recorded by AdministrativeActs, with what it was before")
public class PeopleAdministration {
    private static final String FAULTY = "organisation.personFaulty";
    private final AdministrativeActs acts;
    private final PeopleRows rows;
    private final Memberships memberships;
    private final ReachedPeople people;
    private final Accounts accounts;

    PeopleAdministration(
            AdministrativeActs acts,
            PeopleRows rows,
            Memberships memberships,
            ReachedPeople people,
            Accounts accounts) {
        this.acts = acts;
        this.rows = rows;
        this.memberships = memberships;
        this.people = people;
        this.accounts = accounts;
    }

    /**
     * A new person with his first office.
     *
     * @return his one-time password, which cannot be read again
     * @throws RuleViolation with all faults, by field {@code id}, {@code name}, {@code office}, {@code from}, {@code until}
     */
    public String add(String administrator, NewPerson entered) {
        Scope scope = acts.begin(administrator);
        String id = OrganisationRules.id(entered.id());
        Faults faults = new Faults();
        OrganisationRules.personId(id, faults);
        faults.require(rows.find(id).isEmpty(), "id", "【登录名】“" + id + "”已被使用");
        String name = OrganisationRules.text(entered.name(), "name", "姓名", faults);
        Entry entry = entry(scope, id, entered.office(), entered.from(), entered.until(), faults);
        rows.add(id, name);
        rows.addMembership(id, entry.office().id(), entry.period());
        acts.record(
                scope,
                entry.office().region(),
                OrganisationChange.PERSON_ADDED,
                "person:" + id,
                "“" + name + "”，" + entry.shown());
        return accounts.giveOneTimePassword(id);
    }

    /** Only where all his offices are in reach: other counties know him by this name. */
    public void rename(String administrator, String person, String name) {
        Scope scope = acts.begin(administrator);
        Reached reached = people.findWhole(scope, person, "person");
        Faults faults = new Faults();
        String called = OrganisationRules.text(name, "name", "姓名", faults);
        faults.refuse(FAULTY);
        if (called.equals(reached.name())) return;
        rows.rename(reached.id(), called);
        acts.record(
                scope,
                reached.region(),
                OrganisationChange.PERSON_RENAMED,
                "person:" + reached.id(),
                "姓名：" + reached.name() + " → " + called);
    }

    /** A further office, or again one to which he belonged before. */
    public void join(String administrator, String person, String office, String from, String until) {
        Scope scope = acts.begin(administrator);
        Reached reached = people.find(scope, person, "person");
        Entry entry = entry(scope, reached.id(), office, from, until, new Faults());
        rows.addMembership(reached.id(), entry.office().id(), entry.period());
        acts.record(
                scope,
                entry.office().region(),
                OrganisationChange.MEMBERSHIP_ADDED,
                "office:" + entry.office().id(),
                named(reached.name(), reached.id()) + "：" + entry.period().shown());
    }

    /** Other days for a membership; it may have ended by then. */
    public void setPeriod(String administrator, long membershipId, String from, String until) {
        Scope scope = acts.begin(administrator);
        Membership membership = memberships.reached(scope, membershipId);
        Faults faults = new Faults();
        Office office = memberships.office(scope, membership.office(), faults);
        Period period = Period.read(from, until, faults);
        if (office != null) memberships.check(membership.person(), office, period, membership.id(), faults);
        faults.refuse(FAULTY);
        if (!period.equals(membership.period()))
            become(scope, membership, period, OrganisationChange.MEMBERSHIP_CHANGED);
    }

    /** Ends a membership at once: already today he no longer acts for the office. */
    public void leave(String administrator, long membershipId) {
        Scope scope = acts.begin(administrator);
        Membership membership = memberships.reached(scope, membershipId);
        if (!membership.isOpen(memberships.today())) return;
        Period ended = membership.period().endedBefore(memberships.today());
        become(scope, membership, ended, OrganisationChange.MEMBERSHIP_ENDED);
    }

    /** An office and a period as entered, without fault. */
    private record Entry(Office office, Period period) {
        String shown() {
            return office.name() + "，" + period.shown();
        }
    }

    private Entry entry(Scope scope, String person, String typed, String from, String until, Faults faults) {
        Office office = memberships.office(scope, typed, faults);
        Period period = Period.read(from, until, faults).startingAtLast(memberships.today());
        if (office != null) memberships.check(person, office, period, 0, faults);
        faults.refuse(FAULTY);
        return new Entry(Objects.requireNonNull(office), period);
    }

    private void become(Scope scope, Membership membership, Period period, OrganisationChange change) {
        boolean loses = !period.holdsOn(memberships.today());
        acts.takeAway(
                loses ? memberships.affected(membership.person()) : Set.of(),
                () -> rows.setPeriod(membership.id(), period));
        acts.record(
                scope,
                membership.region(),
                change,
                "office:" + membership.office(),
                named(membership.personName(), membership.person()) + "："
                        + membership.period().shown() + " → " + period.shown());
    }

    private static String named(String name, String id) {
        return name + "（" + id + "）";
    }
}
