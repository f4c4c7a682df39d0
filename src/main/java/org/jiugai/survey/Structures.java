package org.jiugai.survey;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 违法建设与占用清单 of a case and its recognition (book 1.2 B5). */
@Service
@Transactional
public class Structures {
    private final JdbcClient jdbc;
    private final DocumentManagement documents;
    private final Clock clock;

    Structures(JdbcClient jdbc, DocumentManagement documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    void list(long caseId, long surveyId, List<ConditionSurveyForm.Structure> found) {
        int no = 1;
        for (ConditionSurveyForm.Structure each : found) {
            jdbc.sql(
                            """
                            insert into illegal_structure (survey_id, case_id, no, community_id, kind, location, area_hundredths, party)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            surveyId,
                            caseId,
                            no++,
                            each.communityId(),
                            each.kind().name(),
                            each.location().strip(),
                            each.areaSize().movePointRight(2).longValueExact(),
                            each.party() == null || each.party().isBlank()
                                    ? null
                                    : each.party().strip())
                    .update();
        }
    }

    /** What the latest condition survey has found. */
    @Transactional(readOnly = true)
    public List<ListedStructure> ofCase(long caseId) {
        return jdbc.sql(
                        """
                        select s.id, s.no, s.community_id, c.name as community, s.kind, s.location, s.area_hundredths, s.party, r.recognition,
                               r.legal_ground
                        from illegal_structure s join listed_community c on c.id = s.community_id
                        left join structure_recognition r on r.structure_id = s.id
                        where s.survey_id = (select max(id) from condition_survey where case_id = ?) order by s.no""")
                .param(caseId)
                .query(ListedStructure.class)
                .list();
    }

    /**
     * Records what the authority says about every structure on the list.
     *
     * @throws org.jiugai.kernel.RuleViolation when one is missing or an unlawful one has no ground
     */
    public void recognise(long caseId, RecognitionForm form, Actor actor) {
        Set<Long> listed = ofCase(caseId).stream().map(ListedStructure::id).collect(Collectors.toSet());
        Faults faults = new Faults();
        Set<Long> answered = new HashSet<>();
        for (int i = 0; i < form.recognitions().size(); i++) {
            RecognitionForm.Row row = form.recognitions().get(i);
            String field = "recognitions[" + i + "].";
            String name = "【认定结论】第" + (i + 1) + "行：";
            faults.require(listed.contains(row.structureId()), field + "structureId", name + "不在本案清单中")
                    .require(answered.add(row.structureId()), field + "structureId", name + "重复")
                    .require(
                            row.recognition() != Recognition.ILLEGAL || row.legalGround() != null,
                            field + "legalGround",
                            name + "认定为违法建设的，依据必填");
        }
        faults.require(answered.containsAll(listed), "recognitions", "【认定结论】清单所列各处都须认定")
                .refuse("survey.recognitionRefused");
        for (RecognitionForm.Row row : form.recognitions()) {
            jdbc.sql(
                            """
                            insert into structure_recognition (structure_id, recognition, legal_ground, recognised_on, person, office, recorded_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            row.structureId(),
                            row.recognition().name(),
                            row.legalGround(),
                            LocalDate.now(clock),
                            actor.personId(),
                            actor.officeId(),
                            Timestamp.from(clock.instant()))
                    .update();
        }
        documents.attach(caseId, "违法建设认定意见", "illegal-structures:" + caseId, form.documents(), actor);
    }
}
