package org.jiugai.organisation;

import java.util.Set;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.organisation.ReachedPeople.Reached;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords and blocked accounts. Only where all offices of the person are in the administrator's reach: whoever resets a password could
 * otherwise sign in with it and act in another county.
 */
@Service
@Transactional
@Unrecorded("each change is recorded by AdministrativeActs, with what it was before")
public class AccountAdministration {
    private final AdministrativeActs acts;
    private final PeopleRows rows;
    private final ReachedPeople people;
    private final Accounts accounts;

    AccountAdministration(AdministrativeActs acts, PeopleRows rows, ReachedPeople people, Accounts accounts) {
        this.acts = acts;
        this.rows = rows;
        this.people = people;
        this.accounts = accounts;
    }

    /**
     * @return the new one-time password, which cannot be read again; whoever knew the old one is signed out
     * @throws RuleViolation when it is the administrator's own: he changes it as everybody changes his
     */
    public String resetPassword(String administrator, String person) {
        Scope scope = acts.begin(administrator);
        Reached reached = people.findWhole(scope, person, "person");
        if (reached.id().equals(administrator)) {
            throw new RuleViolation("organisation.ownPassword", "自己的密码请在“修改密码”中修改，不能重置");
        }
        record(scope, reached, OrganisationChange.PASSWORD_RESET, "发放一次性密码，首次登录须修改");
        acts.signOut(Set.of(reached.id()));
        return accounts.giveOneTimePassword(reached.id());
    }

    /** He can neither sign in nor act, whichever offices he belongs to; whoever stands in for him still acts. */
    public void block(String administrator, String person) {
        Scope scope = acts.begin(administrator);
        Reached reached = people.findWhole(scope, person, "person");
        if (reached.blocked()) return;
        record(scope, reached, OrganisationChange.PERSON_BLOCKED, "账号：正常 → 停用");
        acts.takeAway(Set.of(reached.id()), () -> rows.block(reached.id(), true));
    }

    public void unblock(String administrator, String person) {
        Scope scope = acts.begin(administrator);
        Reached reached = people.findWhole(scope, person, "person");
        if (!reached.blocked()) return;
        rows.block(reached.id(), false);
        record(scope, reached, OrganisationChange.PERSON_UNBLOCKED, "账号：停用 → 正常");
    }

    private void record(Scope scope, Reached person, OrganisationChange change, String details) {
        acts.record(scope, person.region(), change, "person:" + person.id(), details);
    }
}
