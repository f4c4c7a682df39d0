package org.jiugai.satisfaction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.Stage;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.NameKey;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.survey.SurveyAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The survey opens when a case reaches its acceptance and closes with the case; a community that left is not asked. */
@Service
@Transactional
public class SatisfactionSurvey {
    private static final int LONGEST = 500;
    private static final int MOST_REMARKS = 200;
    private final JdbcClient jdbc;
    private final CaseManagement cases;
    private final RegistryManagement registry;
    private final SurveyAccess access;
    private final Clock clock;

    SatisfactionSurvey(
            JdbcClient jdbc, CaseManagement cases, RegistryManagement registry, SurveyAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.registry = registry;
        this.access = access;
        this.clock = clock;
    }

    /** Whether the communities of the case are asked today. */
    @Transactional(readOnly = true)
    public boolean isOpen(long caseId) {
        return cases.get(caseId).outcome() == null
                && cases.stages(caseId).stream()
                        .anyMatch(entry -> entry.stage() == Stage.ACCEPTANCE && entry.reachedOn() != null);
    }

    /**
     * Takes a household's own answer; a later one replaces it.
     *
     * @throws StateConflict when the survey is not open
     */
    public void answer(long communityId, long unitId, @Nullable Rating rating, String remark, Actor household) {
        add(communityId, unitId, rating, remark, household);
    }

    /**
     * Takes the answer that a household gives in person or on paper.
     *
     * @param address as residents write it: 3栋2单元501室
     * @throws org.jiugai.casefile.VisibleCases.NotAllowed when it is neither the residents' committee of the community nor the street
     */
    public void receive(
            long caseId,
            @Nullable Long communityId,
            String address,
            @Nullable Rating rating,
            String remark,
            Actor actor) {
        CaseCommunity community = cases.communities(caseId).stream()
                .filter(each -> communityId != null && each.communityId() == communityId)
                .findFirst()
                .orElseThrow(() -> new RuleViolation("satisfaction.refused", "communityId", "【小区】请选择本案的小区"));
        access.demand(community.communityId(), actor);
        HousingUnit unit = registry.units(community.registeredId()).stream()
                .filter(each -> NameKey.of(each.address()).equals(NameKey.of(address)))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(
                        "satisfaction.refused", "address", "【房屋】底账中没有“" + address.strip() + "”，请按“3栋2单元501室”的样式填写"));
        add(community.communityId(), unit.id(), rating, remark, actor);
    }

    private void add(long communityId, long unitId, @Nullable Rating rating, String remark, Actor actor) {
        CaseCommunity community = cases.community(communityId);
        if (!isOpen(community.caseId())) throw new StateConflict("satisfaction.notOpen", "满意度调查尚未开始或已经结束");
        new Faults()
                .require(rating != null, "rating", "【满意度】请选择满意、基本满意或不满意")
                .require(remark.length() <= LONGEST, "remark", "【意见】不超过500字")
                .refuse("satisfaction.refused");
        if (rating == null) return;
        jdbc.sql(
                        """
                        insert into satisfaction_answer (case_id, community_id, unit_id, rating, remark, answered_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        community.caseId(),
                        communityId,
                        unitId,
                        rating.name(),
                        remark.isBlank() ? null : remark.strip(),
                        LocalDate.now(clock),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** What the household said last. */
    @Transactional(readOnly = true)
    public Optional<SatisfactionAnswer> ofUnit(long communityId, long unitId) {
        return jdbc.sql(
                        """
                        select rating, remark, answered_on from satisfaction_answer
                        where community_id = ? and unit_id = ? order by id desc limit 1""")
                .params(communityId, unitId)
                .query(SatisfactionAnswer.class)
                .optional();
    }

    /** The figures of each community of the case; {@link SatisfactionFigures#total} of them is the case's. */
    @Transactional(readOnly = true)
    public Map<CaseCommunity, SatisfactionFigures> ofCase(long caseId) {
        Map<Long, Counted> counted = jdbc
                .sql(
                        """
                        select community_id, (count(*) filter (where rating = 'SATISFIED'))::int as satisfied,
                               (count(*) filter (where rating = 'FAIR'))::int as fair,
                               (count(*) filter (where rating = 'UNSATISFIED'))::int as unsatisfied
                        from satisfaction_latest where case_id = ? group by community_id""")
                .param(caseId)
                .query(Counted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::communityId, Function.identity()));
        Map<CaseCommunity, SatisfactionFigures> figures = new LinkedHashMap<>();
        for (CaseCommunity community : cases.communities(caseId))
            figures.put(
                    community,
                    counted.getOrDefault(community.communityId(), Counted.NOBODY)
                            .of(community.households()));
        return figures;
    }

    /** All of them together. */
    @Transactional(readOnly = true)
    public SatisfactionFigures total(long caseId) {
        return SatisfactionFigures.total(ofCase(caseId).values());
    }

    private record Counted(long communityId, int satisfied, int fair, int unsatisfied) {
        private static final Counted NOBODY = new Counted(0, 0, 0, 0);

        SatisfactionFigures of(int households) {
            return new SatisfactionFigures(households, satisfied, fair, unsatisfied);
        }
    }

    /** What those who answered said in their own words, the latest 200, without who said it. */
    @Transactional(readOnly = true)
    public List<Remark> remarks(long caseId) {
        return jdbc.sql(
                        """
                        select m.name as community, a.rating, a.remark, a.answered_on
                        from satisfaction_latest a join listed_community m on m.id = a.community_id
                        where a.case_id = ? and a.remark is not null order by a.id desc limit ?""")
                .params(caseId, MOST_REMARKS)
                .query(Remark.class)
                .list();
    }

    /** A remark of some household. */
    public record Remark(String community, Rating rating, String remark, LocalDate answeredOn) {}
}
