package org.jiugai.publicsite;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was made public, and by whom, in the story of a case. */
@Component
class PublicationChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    PublicationChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        told(caseId, "提请公开", "proposed", ""),
                        told(caseId, "核发公开", "released", "and released_at is not null"),
                        told(caseId, "撤下公开", "withdrawn", "and withdrawn_at is not null"))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> told(long caseId, String act, String column, String also) {
        return jdbc.sql(
                        """
                        select %1$s_on as happened_on, %1$s_at as recorded_at, %1$s_by as person, %1$s_office as office, kind, subject_id, reason
                        from publication where case_id = :caseId %2$s"""
                                .formatted(column, also))
                .param("caseId", caseId)
                .query(CaseFact.rows(
                        Kind.NOTICE,
                        row -> act + "："
                                + Publishable.Kind.valueOf(row.getString("kind"))
                                        .label() + "（"
                                + row.getLong("subject_id") + "）"
                                + (column.equals("withdrawn") ? "，" + row.getString("reason") : "")))
                .list();
    }
}
