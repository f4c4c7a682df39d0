package org.jiugai.publicsite;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.duties.Duty;
import org.jiugai.duties.SeparationOfDuties;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.publicsite.Publishable.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 信息公开: nothing becomes public before a second person releases it. */
@Service
@Transactional
public class Publications {
    /** Whose offices ask for a release, and whose release. */
    public static final List<String> PROPOSING = List.of("community", "subdistrict");

    public static final List<String> RELEASING = List.of("subdistrict", "renovation-office");

    private final JdbcClient jdbc;
    private final PublicMatters matters;
    private final CaseOfficeLookup offices;
    private final SeparationOfDuties duties;
    private final Clock clock;

    Publications(
            JdbcClient jdbc, PublicMatters matters, CaseOfficeLookup offices, SeparationOfDuties duties, Clock clock) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.offices = offices;
        this.duties = duties;
        this.clock = clock;
    }

    private record Row(
            long id,
            Kind kind,
            long subjectId,
            String proposedBy,
            LocalDate proposedOn,
            @Nullable LocalDate releasedOn) {
        String key() {
            return kind + ":" + subjectId;
        }
    }

    /** What the case has to show, the project first. */
    @Transactional(readOnly = true)
    public List<Publishable> of(long caseId) {
        Map<String, Row> asked = rows(caseId).stream().collect(Collectors.toMap(Row::key, Function.identity()));
        List<Publishable> all = new ArrayList<>();
        for (PublicMatters.Matter matter : matters.of(caseId)) {
            Row row = asked.get(matter.kind() + ":" + matter.subjectId());
            all.add(new Publishable(
                    matter.kind(),
                    matter.subjectId(),
                    matter.title(),
                    row == null ? null : row.id(),
                    row == null ? null : row.proposedBy(),
                    row == null ? null : row.proposedOn(),
                    row == null ? null : row.releasedOn()));
        }
        return all;
    }

    /** The ids of what is public of one kind. */
    @Transactional(readOnly = true)
    public Set<Long> released(long caseId, Kind kind) {
        return rows(caseId).stream()
                .filter(row -> row.kind() == kind && row.releasedOn() != null)
                .map(Row::subjectId)
                .collect(Collectors.toSet());
    }

    /**
     * Asks that something be made public.
     *
     * @throws StateConflict when somebody has asked already
     */
    public void propose(long caseId, Kind kind, long subjectId, Actor actor) {
        demand(caseId, PROPOSING, actor);
        demandKnown(caseId, kind, subjectId);
        int added = jdbc.sql(
                        """
                        insert into publication (case_id, kind, subject_id, proposed_by, proposed_office, proposed_on, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (kind, subject_id) where withdrawn_at is null do nothing""")
                .params(
                        caseId,
                        kind.name(),
                        subjectId,
                        actor.personId(),
                        actor.officeId(),
                        today(),
                        Timestamp.from(clock.instant()))
                .update();
        if (added == 0) throw new StateConflict("publicsite.proposed", "该内容已提请公开，请刷新后查看");
        Row row = rows(caseId).stream()
                .filter(each -> each.kind() == kind && each.subjectId() == subjectId)
                .findFirst()
                .orElseThrow();
        duties.complete(duty(row.id(), caseId, "publicsite.propose", "提请公开", actor), actor);
    }

    /**
     * Makes it public.
     *
     * @throws RuleViolation when it is whoever asked, also through a stand-in
     */
    public void release(long caseId, long publicationId, Actor actor) {
        demand(caseId, RELEASING, actor);
        demandOpen(caseId, publicationId);
        duties.complete(duty(publicationId, caseId, "publicsite.release", "核发公开", actor), actor);
        int released = jdbc.sql(
                        """
                        update publication set released_by = ?, released_office = ?, released_on = ?, released_at = ?
                        where id = ? and released_at is null and withdrawn_at is null""")
                .params(actor.personId(), actor.officeId(), today(), Timestamp.from(clock.instant()), publicationId)
                .update();
        if (released == 0) throw changed();
    }

    /** Takes it off the public pages again, or turns a request down. */
    public void withdraw(long caseId, long publicationId, String reason, Actor actor) {
        demand(caseId, RELEASING, actor);
        new Faults()
                .require(!reason.isBlank() && reason.length() <= 500, "reason", "【撤下理由】必填，不超过500字")
                .refuse("publicsite.withdrawalRefused");
        int withdrawn = jdbc.sql(
                        """
                        update publication set withdrawn_by = ?, withdrawn_office = ?, withdrawn_on = ?, withdrawn_at = ?, reason = ?
                        where id = ? and case_id = ? and withdrawn_at is null""")
                .params(
                        actor.personId(),
                        actor.officeId(),
                        today(),
                        Timestamp.from(clock.instant()),
                        reason.strip(),
                        publicationId,
                        caseId)
                .update();
        if (withdrawn == 0) throw changed();
    }

    private List<Row> rows(long caseId) {
        return jdbc.sql(
                        """
                        select id, kind, subject_id, proposed_by, proposed_on, released_on from publication
                        where case_id = ? and withdrawn_at is null""")
                .param(caseId)
                .query(Row.class)
                .list();
    }

    private void demandOpen(long caseId, long publicationId) {
        boolean open = rows(caseId).stream().anyMatch(row -> row.id() == publicationId && row.releasedOn() == null);
        if (!open) throw changed();
    }

    private void demandKnown(long caseId, Kind kind, long subjectId) {
        boolean known = matters.of(caseId).stream()
                .anyMatch(matter -> matter.kind() == kind && matter.subjectId() == subjectId);
        if (!known) throw new RuleViolation("publicsite.unknown", "subjectId", "【公开内容】本案没有该内容");
    }

    /** Only the offices of this very case: its street, its residents' committees, its renovation office. */
    private void demand(long caseId, List<String> roles, Actor actor) {
        boolean has = roles.stream().flatMap(role -> holders(caseId, role)).anyMatch(actor.officeId()::equals);
        if (!has) throw new VisibleCases.NotAllowed();
    }

    private Stream<String> holders(long caseId, String role) {
        return switch (role) {
            case "community" -> offices.caseCommittees(caseId).stream();
            case "renovation-office" -> Stream.of(offices.renovationOffice(caseId));
            default -> offices.holder(caseId, role).stream();
        };
    }

    private Duty duty(long publicationId, long caseId, String step, String name, Actor actor) {
        Set<String> able = Stream.concat(
                        Stream.of(actor.officeId()), RELEASING.stream().flatMap(role -> holders(caseId, role)))
                .collect(Collectors.toSet());
        return new Duty(step + ":" + publicationId, step, name, "publication:" + publicationId, caseId, able);
    }

    private static StateConflict changed() {
        return new StateConflict("publicsite.changed", "该内容已由他人办理，请刷新后查看");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
