package org.jiugai.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.policy.Parameters;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 入户调查 household by household: on paper, by staff, or by the household at its page (S3-23, S3-24, S4-55). */
@Service
@Transactional
public class HouseholdVisits {
    private static final int BEFORE_POLICIES_SAID = 3;
    private static final int LONGEST_REMARK = 500;
    private final Visits visits;
    private final SurveyAccess access;
    private final CaseManagement cases;
    private final RegistryManagement registry;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HouseholdVisits(
            Visits visits,
            SurveyAccess access,
            CaseManagement cases,
            RegistryManagement registry,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.access = access;
        this.cases = cases;
        this.registry = registry;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes what staff have heard at many doors: everything or, with all faults at once, nothing.
     *
     * @param heard by the number of its row, as the faults name it
     * @throws RuleViolation with every fault; its field is {@code row} and the number
     */
    public void record(long communityId, Map<Integer, NewVisit> heard, Actor actor) {
        record(communityId, heard, new Faults(), actor);
    }

    /** @param faults what is known to be wrong with other rows; refused together with these */
    void record(long communityId, Map<Integer, NewVisit> heard, Faults faults, Actor actor) {
        access.demand(communityId, actor);
        CaseCommunity community = cases.community(communityId);
        Map<Long, HousingUnit> units = registry.units(community.registeredId()).stream()
                .collect(Collectors.toMap(HousingUnit::id, Function.identity()));
        new TreeMap<>(heard).forEach((row, visit) -> check(row, visit, units.keySet(), faults));
        faults.refuse("survey.visitsRefused");
        new TreeMap<>(heard).forEach((row, visit) -> {
            if (!add(community, visit, actor)) faults.add("row" + row, rowName(row) + "当天已登记过一次未联系上，同一天只计一次上门");
        });
        faults.refuse("survey.visitsRefused");
    }

    /** A household fills in its own form; it may do so again, and the last answer counts. */
    public void answer(long communityId, NewVisit own, Actor household) {
        if (own.channel() != VisitChannel.PAGE) throw new IllegalArgumentException("a household answers at its page");
        CaseCommunity community = cases.community(communityId);
        Faults faults = new Faults();
        check(0, own, Set.of(own.unitId()), faults);
        faults.refuse("survey.answerRefused");
        add(community, own, household);
    }

    /**
     * Names the 网格员 of a building.
     *
     * @throws RuleViolation when the name is missing or the building is another community's
     */
    public void assign(long communityId, long buildingId, String name, Actor actor) {
        access.demand(communityId, actor);
        demandBuilding(communityId, buildingId);
        new Faults()
                .require(!name.isBlank() && name.length() <= 30, "surveyor", "【网格员】必填，不超过30字")
                .refuse("survey.surveyorRefused");
        visits.assign(communityId, buildingId, name.strip(), actor, clock.instant());
    }

    /** Keeps the scan of a building's signatures among the documents of the case. */
    public void sign(long communityId, long buildingId, List<UUID> scans, Actor actor) {
        access.demand(communityId, actor);
        demandBuilding(communityId, buildingId);
        if (scans.isEmpty()) throw new RuleViolation("survey.noScan", "scan", "【签字影像】请选择文件");
        documents.attach(cases.community(communityId).caseId(), "入户调查签字影像", subject(buildingId), scans, actor);
    }

    /** How many scans of a building's signatures there are. */
    @Transactional(readOnly = true)
    public int scans(long communityId, long buildingId) {
        return documents
                .ofSubject(cases.community(communityId).caseId(), subject(buildingId))
                .size();
    }

    /** Where the households of a building stand, by unit; who was never called on is left out. */
    @Transactional(readOnly = true)
    public Map<Long, HouseholdAnswer> ofBuilding(long communityId, long buildingId) {
        return visits.answers(communityId, buildingId, null).stream()
                .collect(Collectors.toMap(HouseholdAnswer::unitId, Function.identity()));
    }

    @Transactional(readOnly = true)
    public HouseholdAnswer ofUnit(long communityId, long unitId) {
        return visits.answers(communityId, null, unitId).stream()
                .findFirst()
                .orElseGet(() -> HouseholdAnswer.none(unitId));
    }

    /** How far the survey has come, by building; empty while the community has no baseline. */
    @Transactional(readOnly = true)
    public List<BuildingCoverage> coverage(long communityId) {
        CaseCommunity community = cases.community(communityId);
        return visits.coverage(communityId, community.registeredId(), attempts(community.caseId()));
    }

    /** The needs of the case's households, the most wanted first. */
    @Transactional(readOnly = true)
    public List<RankedNeed> needs(long caseId) {
        return visits.needs(caseId);
    }

    /** How often nobody must have been met before a household counts as not reached. */
    @Transactional(readOnly = true)
    public int attempts(long caseId) {
        return cases.policy(caseId).get(Parameters.SURVEY_ATTEMPTS, BEFORE_POLICIES_SAID);
    }

    private boolean add(CaseCommunity community, NewVisit visit, Actor actor) {
        if (!visits.add(community.caseId(), community.communityId(), visit, actor, clock.instant())) return false;
        String remark = visit.remark();
        if (remark != null)
            events.publishEvent(
                    new VisitHeard(community.caseId(), community.communityId(), visit.unitId(), remark, actor));
        return true;
    }

    private void check(int row, NewVisit visit, Set<Long> units, Faults faults) {
        String field = "row" + row;
        String name = rowName(row);
        String respondent = visit.respondent();
        String remark = visit.remark();
        boolean reached = visit.attitude() != Attitude.NOT_REACHED;
        boolean silent = visit.needs().isEmpty()
                && visit.willPay() == null
                && visit.elevatorWish() == null
                && visit.chargingWish() == null
                && remark == null;
        faults.require(units.contains(visit.unitId()), field, name + "该户不在本小区底账中")
                .require(!visit.visitedOn().isAfter(LocalDate.now(clock)), field, name + "【日期】不能晚于今天")
                .require(reached || visit.channel() == VisitChannel.VISIT, field, name + "【意愿】只有入户时才能登记未联系上")
                .require(reached || silent, field, name + "【意愿】未联系上的住户不能同时登记需求或意愿")
                .require(respondent == null || respondent.length() <= 30, field, name + "【受访人】不超过30字")
                .require(remark == null || remark.length() <= LONGEST_REMARK, field, name + "【意见】不超过500字");
    }

    private static String rowName(int row) {
        return row == 0 ? "" : "第" + row + "行：";
    }

    private void demandBuilding(long communityId, long buildingId) {
        boolean known = registry.buildings(cases.community(communityId).registeredId()).stream()
                .anyMatch(building -> building.id() == buildingId);
        if (!known) throw new StateConflict("survey.unknownBuilding", "该楼栋不在本小区底账中，请刷新");
    }

    private static String subject(long buildingId) {
        return "survey-building:" + buildingId;
    }
}
