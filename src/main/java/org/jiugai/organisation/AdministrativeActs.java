package org.jiugai.organisation;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jiugai.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What holds for every change of the organisation: one at a time, within the administrator's reach, recorded, felt at once by whoever lost something. */
@Component
class AdministrativeActs {
    private final AdministratorScopes scopes;
    private final Administrators administrators;
    private final AuditTrail trail;
    private final ObjectProvider<EndSessions> sessions;

    AdministrativeActs(
            AdministratorScopes scopes,
            Administrators administrators,
            AuditTrail trail,
            ObjectProvider<EndSessions> sessions) {
        this.scopes = scopes;
        this.administrators = administrators;
        this.trail = trail;
        this.sessions = sessions;
    }

    /**
     * Begins a change; until the transaction ends nobody else makes one.
     *
     * @throws NotAdministrator when the person is none today
     */
    Scope begin(String administrator) {
        administrators.lock();
        return scopes.of(administrator);
    }

    /** The administrator himself is recorded, for the office by which he reaches the region. */
    void record(Scope by, String region, OrganisationChange change, String object, String details) {
        trail.record(by.actor(region), change.code(), object, details);
    }

    /** Makes a change that takes something away from these people: the last administrator stays, and their sessions end with the commit. */
    void takeAway(Collection<String> people, Runnable change) {
        administrators.keepOne(change);
        signOut(people);
    }

    /** Ends these people's sessions once the change is committed. */
    void signOut(Collection<String> people) {
        Set<String> losers = new TreeSet<>(people);
        if (losers.isEmpty()) return;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            end(losers);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                end(losers);
            }
        });
    }

    private void end(Set<String> people) {
        sessions.forEach(door -> people.forEach(door::endAll));
    }
}
