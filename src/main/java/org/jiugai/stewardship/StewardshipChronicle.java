package org.jiugai.stewardship;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chosen management of a community in the story of a case. */
@Component
class StewardshipChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    StewardshipChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(chosen(caseId)).flatMap(List::stream).toList();
    }

    private List<CaseFact> chosen(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "确定长效管理：%s，%s（%s）"
                        .formatted(
                                row.getString("community"),
                                ManagementMode.valueOf(row.getString("mode")).label(),
                                row.getString("manager_name")),
                """

                select d.decided_on as happened_on, d.recorded_at, d.person, d.office, m.name as community, d.mode, d.manager_name
                from management_mode d join listed_community m on m.id = d.community_id where d.case_id = :caseId""");
    }

    private List<CaseFact> told(long caseId, Kind kind, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(kind, words))
                .list();
    }
}
