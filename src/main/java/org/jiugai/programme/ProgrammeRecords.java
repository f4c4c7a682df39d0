package org.jiugai.programme;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jiugai.casefile.CommunityLeft;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the annual programme. */
@Repository
class ProgrammeRecords {
    private static final String PROJECT =
            """
            select p.county, p.year, p.name, p.case_id, p.project_no, t.document_no, a.number as application_number, p.contents,
                   p.fund_source, p.implementer, p.tender_mode, p.planned_start, p.planned_finish, p.remark, p.recheck, p.communities,
                   p.households, p.buildings, p.area_hundredths, p.investment_fen, p.left_on, p.left_outcome
            from programme_project p
            left join annual_task t on t.id = p.annual_task_id
            left join project_application a on a.id = p.application_id
            """;

    private final JdbcClient jdbc;

    ProgrammeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a project of the programme comes from: the issued list or an application. */
    record Origin(@Nullable Long annualTask, @Nullable Long application) {}

    /** One change of a county's programme at a time; until the transaction ends. */
    void lock(String county, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?), ?)")
                .params("programme:" + county, year)
                .query((row, n) -> 0)
                .single();
    }

    boolean isIssued(String county, int year, String policyCode, String documentNo) {
        return jdbc.sql(
                        """
                        select exists (select 1 from annual_task
                        where county = ? and year = ? and policy_code = ? and document_no = ?)""")
                .params(county, year, policyCode, documentNo)
                .query(Boolean.class)
                .single();
    }

    boolean hasProject(String county, int year, String nameKey) {
        return jdbc.sql(
                        "select exists (select 1 from programme_project where county = ? and year = ? and name_key = ?)")
                .params(county, year, nameKey)
                .query(Boolean.class)
                .single();
    }

    /** The name of the project that has the community in this year. */
    Optional<String> projectOf(String county, int year, String street, String communityKey) {
        return jdbc.sql(
                        """
                        select p.name from programme_community c join programme_project p on p.id = c.project_id
                        where c.county = ? and c.year = ? and c.street = ? and c.name_key = ? and not c.has_left""")
                .params(county, year, street, communityKey)
                .query(String.class)
                .optional();
    }

    long issue(
            String county,
            int year,
            String policyCode,
            AnnualTask task,
            byte[] sheet,
            Actor actor,
            LocalDate on,
            Instant now) {
        return jdbc.sql(
                        """
                        insert into annual_task (county, year, policy_code, document_no, projects, communities, households, buildings,
                            area_hundredths, investment_fen, sheet, sheet_sha256, person, office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        county,
                        year,
                        policyCode,
                        task.documentNo().strip(),
                        task.projects(),
                        task.communities(),
                        task.households(),
                        task.buildings(),
                        task.area().hundredths(),
                        task.investment().fen(),
                        sheet,
                        sha256(sheet),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void include(PlannedProject project, RenovationCase file, Origin origin, Actor actor, LocalDate on, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into programme_project (county, year, name, name_key, case_id, annual_task_id, application_id, project_no,
                            contents, fund_source, implementer, tender_mode, planned_start, planned_finish, remark, recheck, communities,
                            households, buildings, area_hundredths, investment_fen, person, office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        file.county(),
                        file.programmeYear(),
                        project.name(),
                        NameKey.of(project.name()),
                        file.caseId(),
                        origin.annualTask(),
                        origin.application(),
                        project.projectNo(),
                        project.terms().contents(),
                        project.terms().fundSource(),
                        project.terms().implementer(),
                        project.terms().tenderMode(),
                        project.terms().plannedStart(),
                        project.terms().plannedFinish(),
                        project.terms().remark(),
                        project.recheck(),
                        project.communities().size(),
                        project.households(),
                        project.buildings(),
                        project.area().hundredths(),
                        project.investment().fen(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        project.communities().forEach(community -> jdbc.sql(
                        "insert into programme_community (project_id, county, year, street, name_key) values (?, ?, ?, ?, ?)")
                .params(id, file.county(), file.programmeYear(), project.street(), NameKey.of(community.name()))
                .update());
    }

    /** The project has left the programme; its communities are free for another. */
    void leave(long caseId, String outcome, LocalDate on) {
        int left = jdbc.sql(
                        "update programme_project set left_on = ?, left_outcome = ? where case_id = ? and left_on is null")
                .params(on, outcome, caseId)
                .update();
        if (left > 0) {
            jdbc.sql(
                            """
                            update programme_community set has_left = true
                            where project_id = (select id from programme_project where case_id = ?)""")
                    .param(caseId)
                    .update();
        }
    }

    Optional<ProgrammeProject> project(long caseId) {
        return jdbc.sql(PROJECT + " where p.case_id = ?")
                .param(caseId)
                .query(ProgrammeProject.class)
                .optional();
    }

    List<ProgrammeProject> projects(String county, int year) {
        return jdbc.sql(PROJECT + " where p.county = ? and p.year = ? order by p.id")
                .params(county, year)
                .query(ProgrammeProject.class)
                .list();
    }

    List<Integer> years(String county) {
        return jdbc.sql("select distinct year from programme_project where county = ? order by year desc")
                .param(county)
                .query(Integer.class)
                .list();
    }

    /** A community has left its project: the project counts without it. */
    void leave(CommunityLeft left, String nameKey) {
        int known = jdbc.sql(
                        """
                        update programme_community c set has_left = true from programme_project p
                        where p.id = c.project_id and p.case_id = ? and c.name_key = ? and not c.has_left""")
                .params(left.caseId(), nameKey)
                .update();
        if (known == 0) return;
        jdbc.sql(
                        """
                        update programme_project set communities = greatest(communities - 1, 1), households = greatest(households - ?, 1),
                            buildings = greatest(buildings - ?, 1), area_hundredths = greatest(area_hundredths - ?, 1) where case_id = ?""")
                .params(left.households(), left.buildings(), left.areaHundredths(), left.caseId())
                .update();
    }

    /** Task of the year less what is still in the programme; empty while no task was issued. */
    Optional<OpenTaskNumber> openTask(String county, int year) {
        return jdbc.sql(
                        """
                        select t.tasks, greatest(t.projects - p.projects, 0) as projects,
                               greatest(t.communities - p.communities, 0) as communities,
                               greatest(t.households - p.households, 0) as households,
                               greatest(t.buildings - p.buildings, 0) as buildings,
                               greatest(t.area - p.area, 0) as area, greatest(t.investment - p.investment, 0) as investment
                        from (select count(*) as tasks, sum(projects) as projects, sum(communities) as communities,
                                     sum(households) as households, sum(buildings) as buildings, sum(area_hundredths) as area,
                                     sum(investment_fen) as investment
                              from annual_task where county = ? and year = ?) t,
                             (select count(*) as projects, coalesce(sum(communities), 0) as communities,
                                     coalesce(sum(households), 0) as households, coalesce(sum(buildings), 0) as buildings,
                                     coalesce(sum(area_hundredths), 0) as area, coalesce(sum(investment_fen), 0) as investment
                              from programme_project where county = ? and year = ? and left_on is null) p
                        where t.tasks > 0""")
                .params(county, year, county, year)
                .query((row, n) -> new OpenTaskNumber(
                        row.getInt("projects"),
                        row.getInt("communities"),
                        row.getInt("households"),
                        row.getInt("buildings"),
                        new Area(row.getLong("area")),
                        Money.ofFen(row.getLong("investment"))))
                .optional();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
