package org.jiugai.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.Accounts;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.PasswordRules;
import org.springframework.stereotype.Service;

/** A person changes his own password. */
@Service
public class PasswordChange {
    private final Accounts accounts;
    private final OrganisationManagement organisation;
    private final Sessions sessions;
    private final SignInThrottle throttle;

    PasswordChange(Accounts accounts, OrganisationManagement organisation, Sessions sessions, SignInThrottle throttle) {
        this.accounts = accounts;
        this.organisation = organisation;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** Whether the person has a password here at all, and does not only sign in elsewhere. */
    public boolean isPossible(String person) {
        return accounts.exists(person);
    }

    /**
     * Sets the new password and ends all other sessions of the person.
     *
     * @param session the session in which he asks; it stays
     * @param address from where he asks: the old password cannot be guessed here either
     */
    public void change(String person, Entered entered, String session, String address) {
        Attempt attempt = Attempt.of(person, address);
        boolean mayLook = throttle.admits(attempt);
        if (!mayLook || !accounts.matches(person, entered.old())) {
            throw new RuleViolation("signin.wrongPassword", "old", "【原密码】不正确，或尝试次数过多，请核对后稍候再试");
        }
        throttle.succeeded(attempt);
        if (!same(entered.password(), entered.again())) {
            throw new RuleViolation("signin.passwordsDiffer", "again", "两次输入的【新密码】不一致");
        }
        if (same(entered.old(), entered.password())) {
            throw new RuleViolation("signin.samePassword", "password", "【新密码】不得与【原密码】相同");
        }
        Faults faults = new Faults();
        PasswordRules.check(person, organisation.personName(person), entered.password(), "password", "新密码", faults);
        faults.refuse("signin.weakPassword");
        accounts.change(organisation.actor(person), entered.password());
        sessions.endOthers(person, session);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** @param again the new password once more */
    public record Entered(String old, String password, String again) {
        @Override
        public String toString() {
            return "Entered[]";
        }
    }
}
