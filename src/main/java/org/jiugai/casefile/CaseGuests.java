package org.jiugai.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Audit and inspection from outside: which of them reads which case, and until when. They read, and nothing else. */
@Service
@Transactional
public class CaseGuests {
    /** Who may let them in. */
    public static final List<String> GRANTING = List.of("renovation-office");

    private static final int LONGEST_DAYS = 366;
    private final JdbcClient jdbc;
    private final OrganisationManagement organisation;
    private final AuditTrail audit;
    private final Clock clock;

    CaseGuests(JdbcClient jdbc, OrganisationManagement organisation, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /** One guest of a case. */
    public record Guest(
            long id, String office, String officeName, LocalDate validFrom, LocalDate validUntil, String purpose) {}

    /** Whoever was ever let in, the latest first. */
    @Transactional(readOnly = true)
    public List<Guest> of(long caseId) {
        return jdbc.sql(
                        """
                        select g.id, g.office, o.name as office_name, g.valid_from, g.valid_until, g.purpose
                        from case_guest g join office o on o.id = g.office where g.case_id = ? order by g.id desc""")
                .param(caseId)
                .query(Guest.class)
                .list();
    }

    /** The offices that may be let in. */
    @Transactional(readOnly = true)
    public List<Office> candidates() {
        return organisation.guests();
    }

    /**
     * Lets the people of an office read the case.
     *
     * @throws org.jiugai.kernel.RuleViolation when the office is no guest's, or the period is none or longer than a year
     */
    public void grant(
            long caseId,
            String office,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String purpose,
            Actor actor) {
        Faults faults = new Faults()
                .require(candidates().stream().anyMatch(o -> o.id().equals(office)), "office", "【来访单位】须为已登记的来访审计、检查单位")
                .require(from != null, "from", "【自】必填")
                .require(until != null, "until", "【至】必填")
                .require(!purpose.isBlank(), "purpose", "【查阅事由】必填")
                .require(purpose.length() <= 200, "purpose", "【查阅事由】不得超过200字");
        if (from != null && until != null) {
            faults.require(!until.isBefore(from), "until", "【至】不得早于【自】")
                    .require(!until.isBefore(today()), "until", "【至】不得早于今天")
                    .require(!until.isAfter(from.plusDays(LONGEST_DAYS)), "until", "【至】查阅期限不得超过一年");
        }
        faults.refuse("casefile.guestRefused");
        jdbc.sql(
                        """
                        insert into case_guest (case_id, office, valid_from, valid_until, purpose, person, granted_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseId,
                        office,
                        from,
                        until,
                        purpose.strip(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
        audit.record(RecordedAct.of(actor, "casefile.guestAdmitted", "case:" + caseId)
                .inCase(caseId)
                .saying("%s，%s至%s".formatted(office, from, until))
                .because(purpose.strip()));
    }

    /** Ends a guest's reading as of now; ending it again changes nothing. */
    public void end(long caseId, long guestId, Actor actor) {
        int ended = jdbc.sql(
                        """
                        update case_guest set valid_from = least(valid_from, :yesterday), valid_until = :yesterday
                        where id = :id and case_id = :caseId and valid_until > :yesterday""")
                .param("yesterday", today().minusDays(1))
                .param("id", guestId)
                .param("caseId", caseId)
                .update();
        if (ended > 0) audit.record(actor, "casefile.guestDismissed", "case:" + caseId, caseId, "来访查阅 " + guestId);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
