package org.jiugai;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiugai.ballot.BallotBox;
import org.jiugai.ballot.BallotPaper;
import org.jiugai.ballot.Channel;
import org.jiugai.ballot.Choice;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteRound;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.registry.AreaBasis;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.NewUnit;
import org.jiugai.registry.OwnerKind;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.registry.Tenure;
import org.jiugai.survey.Attitude;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jiugai.survey.HouseholdVisits;
import org.jiugai.survey.NewVisit;
import org.jiugai.survey.VisitChannel;
import org.springframework.boot.test.context.TestComponent;

/** Owners without objections, and the houses they live in. */
@TestComponent
public class Residents {
    private final RegistryManagement registry;
    private final HouseholdVisits visits;
    private final CaseOfficeLookup offices;
    private final VoteManagement votes;
    private final BallotBox box;

    Residents(
            RegistryManagement registry,
            HouseholdVisits visits,
            CaseOfficeLookup offices,
            VoteManagement votes,
            BallotBox box) {
        this.registry = registry;
        this.visits = visits;
        this.offices = offices;
        this.votes = votes;
        this.box = box;
    }

    public static final Actor HOUSEHOLD = new Actor("household:1", "住户", "resident", "居民");

    /** Buildings of so many units of 80.00 m², each with an owner of its own. */
    public void moveIn(long registeredId, int buildings, int unitsEach) {
        List<NewUnit> units = IntStream.range(0, buildings * unitsEach)
                .mapToObj(i -> unit(i / unitsEach + 1, i % unitsEach, "80.00", "业主" + (i + 1)))
                .toList();
        registry.add(registeredId, units, Actor.SYSTEM);
    }

    /** So many units in all, spread over the buildings, each with an owner of its own. */
    public void moveInto(long registeredId, int buildings, int units) {
        registry.add(
                registeredId,
                IntStream.range(0, units)
                        .mapToObj(i -> unit(i % buildings + 1, i / buildings, "80.00", "业主" + (i + 1)))
                        .toList(),
                Actor.SYSTEM);
    }

    /** A unit with one owner, who is the same person wherever he has the same name. */
    public static NewUnit unit(int building, int no, String area, String owner) {
        return new NewUnit(
                building + "号楼",
                no / 10 + 1,
                String.valueOf(101 + no % 10 * 100),
                Area.ofSquareMetres(area),
                AreaBasis.REGISTRY,
                Tenure.COMMODITY,
                List.of(new NewUnit.Owner(
                        OwnerKind.PERSON, owner, null, "1380000" + Math.abs(owner.hashCode() % 10000), true)));
    }

    /** Every household of the case supports the renovation; false when none of its communities has a baseline. */
    public boolean supportEverywhere(CaseRun run, LocalDate on) {
        boolean any = false;
        for (CaseCommunity community : run.communities()) {
            Map<Integer, NewVisit> heard = new LinkedHashMap<>();
            for (HousingUnit unit : registry.units(community.registeredId())) {
                heard.put(
                        heard.size() + 1,
                        new NewVisit(
                                unit.id(),
                                on,
                                VisitChannel.VISIT,
                                Attitude.SUPPORT,
                                null,
                                false,
                                true,
                                null,
                                null,
                                Set.of(Category.SEWAGE),
                                null));
            }
            if (heard.isEmpty()) continue;
            visits.record(community.communityId(), heard, committee(community));
            any = true;
        }
        return any;
    }

    private Actor committee(CaseCommunity community) {
        String office = offices.residentsCommittees(community.communityId()).get(0);
        return new Actor("surveyor", "网格员", office, "居委会");
    }

    /** Everybody who has not yet voted agrees with everything. */
    public void voteWhereAVoteIsOpen(long caseId) {
        for (VoteSummary vote : votes.ofCase(caseId)) {
            if (vote.state() == VoteRound.State.OPEN) everybodyAgrees(vote);
        }
    }

    private void everybodyAgrees(VoteSummary vote) {
        Map<Integer, Choice> yes =
                vote.items().stream().collect(Collectors.toMap(BallotPaper.Item::no, item -> Choice.AGREE));
        registry.electorate(vote.round().registeredId()).stream()
                .map(voter -> voter.units().get(0))
                .filter(unit -> box.paper(vote.round().id(), unit)
                        .filter(paper -> !paper.cast())
                        .isPresent())
                .forEach(unit -> box.cast(vote.round().id(), unit, yes, Channel.WEB, HOUSEHOLD));
    }
}
