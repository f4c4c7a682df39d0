package org.jiugai.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jiugai.audit.AuditTrail;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Unrecorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Memberships that are kept elsewhere (a provider of identities) and followed here. */
@Service
public class FollowedMemberships {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    FollowedMemberships(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * From today the person belongs to these offices, and to no other of those that are followed. A person who is not registered stays
     * unknown.
     */
    @Transactional
    @Unrecorded("records what became different, and nothing at a usual sign-in")
    public void follow(String person, Set<String> followed, Set<String> offices) {
        boolean registered = jdbc.sql("select exists (select 1 from person where id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
        if (!registered) return;
        LocalDate today = LocalDate.now(clock);
        for (String office : followed) {
            if (offices.contains(office)) begin(person, office, today);
            else end(person, office, today);
        }
    }

    private void begin(String person, String office, LocalDate today) {
        int begun = jdbc.sql(
                        """
                        insert into person_office (person, office, valid_from)
                        select :person, :office, :today where not exists (
                          select 1 from person_office where person = :person and office = :office
                          and (valid_from is null or valid_from <= :today) and (valid_until is null or valid_until >= :today))""")
                .param("person", person)
                .param("office", office)
                .param("today", today)
                .update();
        if (begun > 0) record("organisation.membershipBegun", person, office);
    }

    /** Yesterday was the last day; what began today has not been. */
    private void end(String person, String office, LocalDate today) {
        int ended = jdbc.sql("delete from person_office where person = ? and office = ? and valid_from >= ?")
                .params(person, office, today)
                .update();
        ended += jdbc.sql(
                        """
                        update person_office set valid_until = ?
                        where person = ? and office = ? and (valid_until is null or valid_until >= ?)""")
                .params(today.minusDays(1), person, office, today)
                .update();
        if (ended > 0) record("organisation.membershipEnded", person, office);
    }

    private void record(String action, String person, String office) {
        audit.record(Actor.SYSTEM, action, "person:" + person, "按统一身份认证的用户组：单位 " + office);
    }
}
