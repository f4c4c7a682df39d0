package org.jiugai.chronicle;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.chronicle.Story.Run;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The story of a case, for whoever may see the case; what a guest reads is recorded. */
@Service
@Transactional
public class ChronicleManagement {
    /** Days after which a record is late, under versions of policies that do not know the parameter. */
    private static final int BEFORE_POLICIES_SAID = 3;

    private final VisibleCases visible;
    private final CaseManagement cases;
    private final CaseRuns runs;
    private final List<CaseFacts> rooms;
    private final OrganisationManagement organisation;
    private final Clock clock;

    ChronicleManagement(
            VisibleCases visible,
            CaseManagement cases,
            CaseRuns runs,
            List<CaseFacts> rooms,
            OrganisationManagement organisation,
            Clock clock) {
        this.visible = visible;
        this.cases = cases;
        this.runs = runs;
        this.rooms = rooms;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws VisibleCases.NotVisible when there is no such case for the reader */
    public Story story(String caseNo, String reader) {
        RenovationCase file = visible.of(caseNo, reader, "案件经过");
        return tell(file, visible.readsHistory(file.caseId(), reader));
    }

    /** The same for a room that has made sure that it may be read. */
    @Transactional(readOnly = true)
    public Story tell(RenovationCase file, boolean inFull) {
        List<Run> all = runs.of(file.caseNo());
        List<CaseFact> facts =
                rooms.stream().flatMap(room -> room.of(file.caseId()).stream()).toList();
        Names names = Names.of(
                organisation,
                facts.stream().map(CaseFact::person),
                facts.stream().map(CaseFact::office));
        Policy policy = cases.policy(file.caseId());
        int lateAfter = policy.get(Parameters.LATE_RECORD_DAYS, BEFORE_POLICIES_SAID);
        return new Story(
                file.caseNo(),
                file.name(),
                organisation.region(file.county()).name() + " "
                        + organisation.region(file.street()).name(),
                policy.name() + "（" + policy.code() + " 第" + policy.version() + "版）",
                file.openedOn(),
                file.closedOn(),
                file.outcome(),
                inFull,
                lateAfter,
                clock.instant(),
                all,
                new Timeline(all, names, lateAfter).of(facts));
    }

    /** The number of the case to which a process instance belongs, of those that the reader may see; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> caseOf(String instanceId, String reader) {
        return runs.casesOf(instanceId).stream()
                .filter(caseNo -> cases.find(caseNo)
                        .filter(file -> visible.isVisible(reader, file.caseId()))
                        .isPresent())
                .findFirst();
    }

    /** The case of a task and its process instance. */
    public record Place(String caseNo, String run) {}

    /** Where a task lies, of the cases that the reader may see; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Place> placeOfTask(String taskId, String reader) {
        return runs.instanceOfTask(taskId).flatMap(run -> caseOf(run, reader).map(caseNo -> new Place(caseNo, run)));
    }
}
