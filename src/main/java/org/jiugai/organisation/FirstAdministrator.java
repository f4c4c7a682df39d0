package org.jiugai.organisation;

import org.jiugai.audit.AuditTrail;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator of a system that has none: from the operator's settings, or by whoever has the token that was printed at the
 * start. With a city named he administers the city and its counties, otherwise the county.
 */
@Service
@Transactional
public class FirstAdministrator {
    private final Administrators administrators;
    private final SetupTokens tokens;
    private final FirstOffice office;
    private final Accounts accounts;
    private final AuditTrail trail;

    FirstAdministrator(
            Administrators administrators,
            SetupTokens tokens,
            FirstOffice office,
            Accounts accounts,
            AuditTrail trail) {
        this.administrators = administrators;
        this.tokens = tokens;
        this.office = office;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** Whether nobody with an account holds the role of an administrator. */
    @Transactional(readOnly = true)
    public boolean isMissing() {
        return !administrators.exist();
    }

    /** A token for the set-up; it cannot be read again. */
    public String issueToken() {
        return tokens.issue();
    }

    /** Whether the set-up is open to whoever brings this token. */
    @Transactional(readOnly = true)
    public boolean admits(String token) {
        return tokens.isValid(token) && isMissing();
    }

    /**
     * Whoever brings the token becomes the administrator, with a password of his own choice. No token opens anything afterwards.
     *
     * @throws RuleViolation with all faults, by the names of {@link NewAdministrator}
     * @throws OutOfReach when there is an administrator by now, or the token opens nothing
     */
    @Unrecorded("recorded with the person whom it made")
    public void makeWithToken(String token, NewAdministrator entered) {
        administrators.lock();
        if (!admits(token)) throw new OutOfReach("token");
        String person = make(entered);
        accounts.set(person, entered.password());
    }

    /**
     * The same with a password from the operator's settings, which is changed at the first sign-in.
     *
     * @return false when there is an administrator already; nothing is changed then
     */
    @Unrecorded("recorded with the person whom it made")
    public boolean makeFromSettings(NewAdministrator entered) {
        administrators.lock();
        if (!isMissing()) return false;
        String person = make(entered);
        accounts.setOnce(person, entered.password());
        return true;
    }

    private String make(NewAdministrator entered) {
        Faults faults = new Faults();
        String id = OrganisationRules.id(entered.person());
        Faults ofPerson = new Faults();
        OrganisationRules.personId(id, ofPerson);
        ofPerson.all().forEach(fault -> faults.add("person", fault.message()));
        PasswordRules.check(id, entered.personName(), entered.password(), "password", "密码", faults);
        String name = OrganisationRules.text(entered.personName(), "personName", "姓名", faults);
        FirstOffice.Plan plan = office.plan(entered, faults);
        faults.refuse("organisation.setupFaulty");
        office.seat(plan, id, name);
        tokens.forgetAll();
        trail.record(
                Actor.SYSTEM,
                OrganisationChange.FIRST_ADMINISTRATOR.code(),
                "person:" + id,
                "“" + name + "”，" + plan.office().name());
        return id;
    }
}
