package org.jiugai.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.casefile.CaseClosed;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CommunityLeft;
import org.jiugai.casefile.NewCase;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.documents.VirusScan;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.NameKey;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.PolicyManagement;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetFile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The annual programme of a county: import of the issued list, its projects, and what is missing of the task. */
@Service
@Transactional
public class ProgrammeManagement {
    /** With this outcome a case ends in the programme; with any other it has left it. */
    static final String COMPLETED = "归档办结";

    private final ProgrammeRecords records;
    private final LocalOffices offices;
    private final CaseManagement cases;
    private final PolicyManagement policies;
    private final VirusScan scan;
    private final Clock clock;

    ProgrammeManagement(
            ProgrammeRecords records,
            LocalOffices offices,
            CaseManagement cases,
            PolicyManagement policies,
            VirusScan scan,
            Clock clock) {
        this.records = records;
        this.offices = offices;
        this.cases = cases;
        this.policies = policies;
        this.scan = scan;
        this.clock = clock;
    }

    /**
     * Imports the issued list of a year: every project becomes a case. All or nothing.
     *
     * @param task the issued task that the list must add up to
     * @throws ProgrammeRefused with every fault of the sheet, row and column named; nothing was changed
     */
    public List<RenovationCase> importSheet(
            String county, int year, String policyCode, AnnualTask task, InputStream upload, Actor actor) {
        Faults entered = new Faults();
        entered.require(year >= 2000 && year <= 2100, "year", "【计划年度】应为2000至2100");
        task.check(entered);
        entered.refuse("programme.taskIncomplete");
        byte[] content = SheetFile.read(upload);
        scan.check(content);
        records.lock(county, year);
        SheetFaults faults = new SheetFaults();
        checkPolicy(policyCode, faults);
        List<PlannedProject> projects = read(content, county, task, faults);
        checkProgramme(county, year, policyCode, task, projects, faults);
        if (!faults.isEmpty()) throw new ProgrammeRefused(faults);
        LocalDate today = LocalDate.now(clock);
        long issued = records.issue(county, year, policyCode, task, content, actor, today, clock.instant());
        List<RenovationCase> opened = new ArrayList<>();
        for (PlannedProject project : projects) {
            opened.add(open(county, year, policyCode, project, new ProgrammeRecords.Origin(issued, null), actor));
        }
        return opened;
    }

    /** Opens the case of a project and makes it part of the programme. */
    RenovationCase open(
            String county,
            int year,
            String policyCode,
            PlannedProject project,
            ProgrammeRecords.Origin origin,
            Actor actor) {
        RenovationCase opened = cases.open(
                new NewCase(
                        project.name(),
                        county,
                        project.street(),
                        year,
                        policyCode,
                        project.investment(),
                        withCommittees(project),
                        offices.parties(county, project.terms().implementer())),
                actor);
        records.include(project, opened, origin, actor, LocalDate.now(clock), clock.instant());
        return opened;
    }

    private List<NewCase.Community> withCommittees(PlannedProject project) {
        Committees committees = offices::committees;
        return project.communities().stream()
                .map(c -> c.residentsCommittee() != null
                        ? c
                        : new NewCase.Community(
                                c.name(),
                                committees
                                        .inChargeOf(project.street(), c.name())
                                        .orElse(null),
                                c.buildYear(),
                                c.households(),
                                c.buildings(),
                                c.area()))
                .toList();
    }

    /** Notes when the project or one of its communities is in the programme of that year already. */
    void checkNew(String county, int year, String street, PlannedProject project, Faults faults) {
        records.lock(county, year);
        faults.require(
                !records.hasProject(county, year, NameKey.of(project.name())),
                "projectName",
                "【项目名称】“" + project.name() + "”已在" + year + "年度计划中");
        project.communities().forEach(community -> records.projectOf(county, year, street, NameKey.of(community.name()))
                .ifPresent(other -> faults.add(
                        "communities", "【涉及小区】“" + community.name() + "”已在" + year + "年度计划的项目“" + other + "”中")));
    }

    /** What is missing of the year's task since projects have left; empty while no task was issued. */
    @Transactional(readOnly = true)
    public Optional<OpenTaskNumber> openTask(String county, int year) {
        return records.openTask(county, year);
    }

    @Transactional(readOnly = true)
    public List<ProgrammeProject> projects(String county, int year) {
        return records.projects(county, year);
    }

    /** Years in which the county has a programme, latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years(String county) {
        return records.years(county);
    }

    @Transactional(readOnly = true)
    public Optional<ProgrammeProject> projectOf(long caseId) {
        return records.project(caseId);
    }

    @EventListener
    void on(CaseClosed closed) {
        if (!closed.outcome().equals(COMPLETED)) {
            records.leave(closed.caseId(), closed.outcome(), LocalDate.now(clock));
        }
    }

    /** What the community was to add is owed again. */
    @EventListener
    void on(CommunityLeft left) {
        records.leave(left, NameKey.of(left.name()));
    }

    private void checkPolicy(String policyCode, SheetFaults faults) {
        try {
            policies.inForce(policyCode);
        } catch (RuleViolation refused) {
            refused.faults().forEach(fault -> faults.add(fault.message()));
        }
    }

    private List<PlannedProject> read(byte[] content, String county, AnnualTask task, SheetFaults faults) {
        try (XSSFWorkbook workbook = SheetFile.open(content, faults)) {
            if (workbook == null) return List.of();
            SheetLines lines = SheetLines.of(workbook, faults);
            return ProgrammeReading.read(lines, offices.streets(county), offices::committees, task, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkProgramme(
            String county,
            int year,
            String policyCode,
            AnnualTask task,
            List<PlannedProject> projects,
            SheetFaults faults) {
        if (records.isIssued(county, year, policyCode, task.documentNo().strip())) {
            faults.add("文号“" + task.documentNo().strip() + "”的" + year + "年度计划已经导入");
        }
        for (PlannedProject project : projects) {
            if (records.hasProject(county, year, NameKey.of(project.name()))) {
                faults.add(project.row(), Column.PROJECT, "“" + project.name() + "”已在" + year + "年度计划中，不能重复导入");
            }
            project.communities().forEach(community -> records.projectOf(
                            county, year, project.street(), NameKey.of(community.name()))
                    .ifPresent(other -> faults.add(
                            project.row(),
                            Column.COMMUNITY,
                            "小区“" + community.name() + "”已在" + year + "年度计划的项目“" + other + "”中")));
        }
    }
}
