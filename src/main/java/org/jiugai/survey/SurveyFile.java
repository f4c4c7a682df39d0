package org.jiugai.survey;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of surveys; only ever added, the latest of a case counts. */
@Repository
class SurveyFile {
    private final JdbcClient jdbc;

    SurveyFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, HouseholdSurveyForm form, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into household_survey (case_id, surveyed_on, difference_reason, comment, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.surveyedOn(),
                        form.differenceReason(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        for (HouseholdSurveyForm.Building row : form.buildings()) {
            jdbc.sql("insert into surveyed_building values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            row.communityId(),
                            row.building().strip(),
                            row.households(),
                            row.surveyed(),
                            row.supporting(),
                            row.notReached())
                    .update();
        }
        return id;
    }

    long add(long caseId, ConditionSurveyForm form, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into condition_survey (case_id, surveyed_on, comment, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.surveyedOn(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        for (ConditionSurveyForm.Condition row : form.conditions()) {
            jdbc.sql("insert into community_condition values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            row.communityId(),
                            row.structureLevel().name(),
                            row.buildYear(),
                            row.fireLaneWidth(),
                            row.illegalStructures(),
                            row.pipeLength())
                    .update();
        }
        int no = 1;
        for (ConditionSurveyForm.Problem row : form.problems()) {
            jdbc.sql("insert into condition_problem values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            no++,
                            row.communityId(),
                            row.category().name(),
                            row.description(),
                            row.urgency().name())
                    .update();
        }
        return id;
    }

    void add(long caseId, NeedSummaryForm form, int households, LocalDate on, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into need_summary (case_id, households, surveyed, supporting, summed_on, comment, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        households,
                        form.surveyed(),
                        form.supportCount(),
                        on,
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        for (NeedSummaryForm.PriorityItem item : form.priorityItems()) {
            jdbc.sql("insert into priority_item values (?, ?, ?)")
                    .params(id, item.rank(), item.content())
                    .update();
        }
    }

    List<SurveyedBuilding> buildings(long caseId) {
        return jdbc.sql(
                        """
                        select b.community_id, c.name community_name, b.building, b.households, b.surveyed, b.supporting, b.not_reached
                        from surveyed_building b join case_community c on c.id = b.community_id
                        where b.survey_id = (select max(id) from household_survey where case_id = ?)
                        order by b.community_id, length(b.building), b.building""")
                .param(caseId)
                .query(SurveyedBuilding.class)
                .list();
    }

    List<CommunityCondition> conditions(long caseId) {
        return jdbc.sql(
                        """
                        select s.community_id, c.name community_name, s.structure_level, s.build_year, s.fire_lane_width,
                               s.illegal_structures, s.pipe_length_km
                        from community_condition s join case_community c on c.id = s.community_id
                        where s.survey_id = (select max(id) from condition_survey where case_id = ?) order by s.community_id""")
                .param(caseId)
                .query(CommunityCondition.class)
                .list();
    }

    List<FoundProblem> problems(long caseId) {
        return jdbc.sql(
                        """
                        select c.name community_name, p.category, p.description, p.urgency
                        from condition_problem p join case_community c on c.id = p.community_id
                        where p.survey_id = (select max(id) from condition_survey where case_id = ?) order by p.no""")
                .param(caseId)
                .query(FoundProblem.class)
                .list();
    }

    Optional<NeedSummary> needs(long caseId) {
        return jdbc.sql(
                        """
                        select id, households, surveyed, supporting, summed_on from need_summary
                        where case_id = ? order by id desc limit 1""")
                .param(caseId)
                .query(NeedSummary.class)
                .optional();
    }

    List<String> priorities(long summaryId) {
        return jdbc.sql("select content from priority_item where summary_id = ? order by rank")
                .param(summaryId)
                .query(String.class)
                .list();
    }

    record SurveyedBuilding(
            long communityId,
            String communityName,
            String building,
            int households,
            int surveyed,
            int supporting,
            int notReached) {}

    record CommunityCondition(
            long communityId,
            String communityName,
            StructureLevel structureLevel,
            int buildYear,
            @Nullable BigDecimal fireLaneWidth,
            int illegalStructures,
            @Nullable BigDecimal pipeLengthKm) {}

    record FoundProblem(
            String communityName,
            ConditionSurveyForm.Category category,
            String description,
            ConditionSurveyForm.Urgency urgency) {}

    record NeedSummary(long id, int households, int surveyed, int supporting, LocalDate summedOn) {}
}
