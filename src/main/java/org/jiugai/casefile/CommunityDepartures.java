package org.jiugai.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 剥离小区: a community leaves its case on the street's request and the renovation office's decision, and the other communities go on. */
@Service
@Transactional
public class CommunityDepartures {
    /** Who asks, {@code DECIDING} who decides; never the same person. */
    public static final List<String> ASKING = List.of("subdistrict");

    public static final List<String> DECIDING = List.of("renovation-office");

    private final JdbcClient jdbc;
    private final CaseManagement cases;
    private final CaseOfficeLookup offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommunityDepartures(
            JdbcClient jdbc,
            CaseManagement cases,
            CaseOfficeLookup offices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A request and what became of it.
     *
     * @param approved null while nobody has decided
     */
    public record Departure(
            long id,
            long caseId,
            long communityId,
            String community,
            String reason,
            String askedBy,
            @Nullable Boolean approved,
            @Nullable LocalDate decidedOn,
            @Nullable String answer) {}

    @Transactional(readOnly = true)
    public List<Departure> of(long caseId) {
        return jdbc.sql(
                        """
                        select d.id, d.case_id, d.community_id, c.name as community, d.reason, d.asked_by, d.approved, d.decided_on, d.answer
                        from community_departure d join case_community c on c.id = d.community_id where d.case_id = ? order by d.id""")
                .param(caseId)
                .query(Departure.class)
                .list();
    }

    /**
     * Asks that a community leave.
     *
     * @throws RuleViolation when it is not one of the case's, or the only one left
     */
    public void ask(long caseId, @Nullable Long communityId, String reason, Actor actor) {
        if (!mayAsk(caseId, actor)) throw new VisibleCases.NotAllowed();
        List<CaseCommunity> remaining = cases.communities(caseId);
        boolean known = communityId != null && remaining.stream().anyMatch(c -> c.communityId() == communityId);
        new Faults()
                .require(known, "communityId", "【小区】请选择本案的小区")
                .require(!reason.isBlank(), "reason", "【剥离理由】必填")
                .require(remaining.size() > 1, "communityId", "【小区】本案只剩这一个小区，不能剥离；整案退出的请办理调出")
                .refuse("casefile.departureRefused");
        int asked = jdbc.sql(
                        """
                        insert into community_departure (case_id, community_id, reason, asked_by, asked_office, asked_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (community_id) where approved is null or approved do nothing""")
                .params(
                        caseId,
                        communityId,
                        reason.strip(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
        if (asked == 0) throw new StateConflict("casefile.departureAsked", "该小区已提出剥离，请刷新后查看");
    }

    /**
     * Decides on a request; an approved one cancels what runs for the community and leaves the others alone.
     *
     * @throws RuleViolation when whoever asked decides, or no community would be left
     */
    public void decide(long caseId, long departureId, boolean approved, String reason, Actor actor) {
        cases.lock(caseId);
        Departure asked = of(caseId).stream()
                .filter(departure -> departure.id() == departureId && departure.approved() == null)
                .findFirst()
                .orElseThrow(() -> new StateConflict("casefile.departureDecided", "该剥离申请不存在或已经审定，请刷新后查看"));
        new Faults()
                .require(!asked.askedBy().equals(actor.personId()), "reason", "【审定】不能审定自己提出的剥离申请，请由他人办理")
                .require(!reason.isBlank(), "reason", "【审定意见】必填")
                .require(!approved || cases.communities(caseId).size() > 1, "reason", "【审定】本案只剩这一个小区，不能剥离；整案退出的请办理调出")
                .refuse("casefile.departureRefused");
        jdbc.sql(
                        """
                        update community_departure set approved = ?, decided_by = ?, decided_office = ?, decided_on = ?, decided_at = ?, answer = ?
                        where id = ?""")
                .params(
                        approved,
                        actor.personId(),
                        actor.officeId(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()),
                        reason.strip(),
                        departureId)
                .update();
        if (approved) events.publishEvent(left(cases.community(asked.communityId())));
    }

    /** Whether it is the office of the case's street; another street's sees the case, too, and has no say in it. */
    @Transactional(readOnly = true)
    public boolean mayAsk(long caseId, Actor actor) {
        return offices.holder(caseId, ASKING.get(0))
                .filter(actor.officeId()::equals)
                .isPresent();
    }

    private static CommunityLeft left(CaseCommunity community) {
        return new CommunityLeft(
                community.caseId(),
                community.communityId(),
                community.name(),
                community.households(),
                community.buildings(),
                community.areaHundredths());
    }
}
