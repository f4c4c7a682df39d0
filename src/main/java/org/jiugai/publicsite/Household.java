package org.jiugai.publicsite;

import java.util.List;
import java.util.Optional;
import org.jiugai.ballot.BallotBox;
import org.jiugai.ballot.BallotPaper;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.consultation.HeardOpinion;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.kernel.Actor;
import org.jiugai.notice.HouseholdObjection;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.registry.HouseholdDoor;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a household finds at its page: its own opinions with their answers, the running notices of its community, its ballots. */
@Component
@Transactional(readOnly = true)
public class Household {
    private final RegistryManagement registry;
    private final CaseManagement cases;
    private final NoticeManagement notices;
    private final OpinionLedger opinions;
    private final Ballots ballots;

    Household(
            RegistryManagement registry,
            CaseManagement cases,
            NoticeManagement notices,
            OpinionLedger opinions,
            Ballots ballots) {
        this.registry = registry;
        this.cases = cases;
        this.notices = notices;
        this.opinions = opinions;
        this.ballots = ballots;
    }

    /** Whom the record names for what a household does: the code, never a person. */
    public static Actor actor(HouseholdDoor door) {
        return new Actor("household:" + door.codeId(), "住户", "resident", "居民");
    }

    public HousingUnit unit(HouseholdDoor door) {
        return registry.unit(door.unitId()).orElseThrow();
    }

    public String community(HouseholdDoor door) {
        return registry.community(door.communityId()).name();
    }

    /** The community as part of its running case, if it is in one. */
    public Optional<CaseCommunity> inCase(HouseholdDoor door) {
        return cases.openWith(door.communityId()).stream().findFirst();
    }

    public List<HeardOpinion> opinions(HouseholdDoor door) {
        return opinions.ofUnit(door.unitId());
    }

    /** What it objected to, with the answers. */
    public List<HouseholdObjection> objections(HouseholdDoor door) {
        return notices.ofUnit(door.unitId());
    }

    /** The notices that run today. */
    public List<PublicNotice> notices(HouseholdDoor door) {
        return cases.openWith(door.communityId()).stream()
                .flatMap(community -> notices.ofCommunity(community.communityId()).stream())
                .filter(notices::isRunning)
                .toList();
    }

    /** What it may vote on, or has voted on, and every vote whose result is there. */
    public List<BallotPaper> ballots(HouseholdDoor door) {
        return ballots.votes().ofRegistered(door.communityId()).stream()
                .flatMap(round -> ballots.box().paper(round.id(), door.unitId()).stream())
                .toList();
    }

    /** Votes and their box. */
    @Component
    record Ballots(VoteManagement votes, BallotBox box) {}
}
