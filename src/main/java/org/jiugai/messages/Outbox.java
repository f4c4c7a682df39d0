package org.jiugai.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.messages.WrittenMessage.Outcome;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.survey.SurveyAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that wait for a carrier, or for somebody who tells the household. A message is written in the transaction of the act that it
 * tells of, so there is none without the other; telephone numbers stay in the baseline and are looked up when a message leaves.
 */
@Service
@Transactional
public class Outbox {
    /** Messages on one page of the list. */
    public static final int PAGE = 100;

    private static final String WHERE_TO_READ = "全文请凭住户码在居民页面查看，或到社区居委会询问。";
    private static final String MESSAGE =
            """
            select m.id, m.community_id, m.unit_id, m.body, m.recorded_at, a.outcome, a.detail, a.recorded_at as attempted_at,
                   (select count(*) from message_attempt f where f.message_id = m.id and f.outcome <> 'TOLD')::int as attempts
            from resident_message m
            left join lateral (select * from message_attempt x where x.message_id = m.id order by x.id desc limit 1) a on true
            """;
    private static final int LONGEST_WAY = 200;
    private static final int MOST_ATTEMPTS = 6;
    private static final int FIRST_WAIT_MINUTES = 5;

    private final JdbcClient jdbc;
    private final RegistryManagement registry;
    private final SurveyAccess access;
    private final ObjectProvider<MessageCarrier> carriers;
    private final Clock clock;

    Outbox(
            JdbcClient jdbc,
            RegistryManagement registry,
            SurveyAccess access,
            ObjectProvider<MessageCarrier> carriers,
            Clock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.access = access;
        this.carriers = carriers;
        this.clock = clock;
    }

    private record Due(long id, UUID key, long unitId, String body) {}

    /** Writes a message; a household that was written to about the same is not written to again. */
    @Unrecorded("part of the act that it tells of")
    public void write(NewMessage message) {
        jdbc.sql(
                        """
                        insert into resident_message (key, case_id, community_id, unit_id, subject, body, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (unit_id, subject) do nothing""")
                .params(
                        UUID.randomUUID(),
                        message.caseId(),
                        message.communityId(),
                        message.unitId(),
                        message.subject(),
                        message.news() + WHERE_TO_READ,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** A page of the messages of a case: those that somebody still has to tell first, then the latest. */
    @Transactional(readOnly = true)
    public List<WrittenMessage> ofCase(long caseId, int page) {
        return jdbc.sql(
                        MESSAGE
                                + """
                                where m.case_id = ? order by (a.outcome is null or a.outcome = 'FAILED') desc, m.id desc limit ? offset ?""")
                .params(caseId, PAGE, (long) page * PAGE)
                .query(WrittenMessage.class)
                .list();
    }

    /** How many messages there are, and how many of them somebody still has to tell. */
    @Transactional(readOnly = true)
    public Totals totals(long caseId) {
        return jdbc.sql(
                        """
                        select count(*)::int as written,
                               (count(*) filter (where not exists (
                                   select 1 from message_attempt a where a.message_id = m.id and a.outcome <> 'FAILED')))::int as open
                        from resident_message m where m.case_id = ?""")
                .param(caseId)
                .query(Totals.class)
                .single();
    }

    /** @param open of them, how many somebody still has to tell */
    public record Totals(int written, int open) {}

    private Optional<WrittenMessage> find(long caseId, long messageId) {
        return jdbc.sql(MESSAGE + "where m.case_id = ? and m.id = ?")
                .params(caseId, messageId)
                .query(WrittenMessage.class)
                .optional();
    }

    /**
     * Notes that somebody told the household in person.
     *
     * @param way how: 当面, 电话 …
     * @throws VisibleCases.NotAllowed when it is neither the residents' committee of the community nor the street of the case
     * @throws StateConflict when the household knows already
     */
    public void tell(long caseId, long messageId, String way, Actor actor) {
        WrittenMessage message =
                find(caseId, messageId).orElseThrow(() -> new RuleViolation("messages.unknown", "没有该消息"));
        access.demand(message.communityId(), actor);
        new Faults()
                .require(!way.isBlank(), "way", "【告知方式】必填")
                .require(way.length() <= LONGEST_WAY, "way", "【告知方式】不超过200字")
                .refuse("messages.tellRefused");
        if (!attempted(messageId, Outcome.TOLD, way.strip(), actor))
            throw new StateConflict("messages.known", "该住户已经知道，请刷新后查看");
    }

    /**
     * Sends the next message that is due, and notes what came of it before anybody else may take it. When the answer is lost it is sent again
     * under its key.
     *
     * @return whether there was one
     */
    @Unrecorded("leaves an attempt for each message")
    public boolean sendNext() {
        MessageCarrier carrier = carriers.getIfAvailable();
        return carrier != null
                && next().map(message -> {
                            send(message, carrier);
                            return true;
                        })
                        .orElse(false);
    }

    private void send(Due message, MessageCarrier carrier) {
        Optional<String> phone = registry.phone(message.unitId());
        if (phone.isEmpty()) {
            attempted(message.id(), Outcome.FAILED, "底账中没有电话", null);
            return;
        }
        try {
            carrier.carry(message.key(), phone.get(), message.body());
            attempted(message.id(), Outcome.SENT, null, null);
        } catch (MessageCarrier.Refused refused) {
            attempted(message.id(), Outcome.FAILED, refused.getMessage(), null);
        }
    }

    /** The waits grow: 5 minutes after the first failure, four times as long after each further one. */
    private Optional<Due> next() {
        return jdbc.sql(
                        """
                        select m.id, m.key, m.unit_id, m.body from resident_message m
                        cross join lateral (
                            select count(*) as number, max(a.recorded_at) as last, coalesce(bool_or(a.outcome <> 'FAILED'), false) as known
                            from message_attempt a where a.message_id = m.id) tried
                        where not tried.known and tried.number < :most
                          and (tried.number = 0 or tried.last + make_interval(mins => (:wait * power(4, tried.number - 1))::int) <= :now)
                        order by m.id limit 1 for update of m skip locked""")
                .param("most", MOST_ATTEMPTS)
                .param("wait", FIRST_WAIT_MINUTES)
                .param("now", Timestamp.from(clock.instant()))
                .query(Due.class)
                .optional();
    }

    private boolean attempted(long messageId, Outcome outcome, @Nullable String detail, @Nullable Actor actor) {
        return jdbc.sql(
                                """
                        insert into message_attempt (message_id, outcome, detail, person, office, recorded_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (message_id) where outcome <> 'FAILED' do nothing""")
                        .params(
                                messageId,
                                outcome.name(),
                                detail,
                                actor == null ? null : actor.personId(),
                                actor == null ? null : actor.officeId(),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
