package org.jiugai.messages;

import java.util.List;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.messages.WrittenMessage.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What households were told, in the story of a case. */
@Component
class MessageChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    MessageChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return jdbc.sql(
                        """
                        select (a.recorded_at at time zone 'Asia/Shanghai')::date as happened_on, a.recorded_at, a.person, a.office, a.outcome,
                               a.detail, m.body
                        from message_attempt a join resident_message m on m.id = a.message_id
                        where m.case_id = :caseId and a.outcome <> 'FAILED'""")
                .param("caseId", caseId)
                .query(CaseFact.rows(
                        Kind.BUSINESS,
                        row -> "居民消息"
                                + Outcome.valueOf(row.getString("outcome")).label()
                                + (row.getString("detail") == null ? "" : "（" + row.getString("detail") + "）") + "："
                                + row.getString("body")))
                .list();
    }
}
