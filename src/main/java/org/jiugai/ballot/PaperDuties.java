package org.jiugai.ballot;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.duties.Duty;
import org.jiugai.duties.SeparationOfDuties;
import org.jiugai.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who entered a paper ballot may not confirm it, who asks for an unsealing may not agree to it; the pairs stand in {@code duties.yaml}. */
@Component
class PaperDuties {
    private final SeparationOfDuties duties;
    private final CaseOfficeLookup offices;

    PaperDuties(SeparationOfDuties duties, CaseOfficeLookup offices) {
        this.duties = duties;
        this.offices = offices;
    }

    /** Paper is handled by the residents' committee of the community, the street of the case, or the owners' committee. */
    void demandPlace(VoteRound round, Actor actor) {
        boolean has = Stream.of(
                        offices.residentsCommittees(round.communityId()).stream(),
                        offices.holder(round.caseId(), "subdistrict").stream(),
                        offices.holder(round.caseId(), "owners-committee").stream())
                .flatMap(office -> office)
                .anyMatch(actor.officeId()::equals);
        if (!has) throw new VisibleCases.NotAllowed();
    }

    void entered(long ballotId, VoteRound round, Actor actor) {
        duties.complete(duty(ballotId, "ballot.enterPaper", "录入纸质票", round, actor), actor);
    }

    /** Refuses whoever entered it, also through a stand-in: somebody else of these offices always may. */
    void confirmed(long ballotId, VoteRound round, Actor actor) {
        duties.complete(duty(ballotId, "ballot.confirmPaper", "复核纸质票", round, actor), actor);
    }

    void unsealingAsked(long requestId, VoteRound round, Actor actor) {
        duties.complete(unsealing(requestId, "ballot.askUnsealing", "申请拆封", round, actor), actor);
    }

    void unsealingApproved(long requestId, VoteRound round, Actor actor) {
        duties.complete(unsealing(requestId, "ballot.approveUnsealing", "批准拆封", round, actor), actor);
    }

    private static Duty unsealing(long requestId, String step, String name, VoteRound round, Actor actor) {
        return new Duty(
                step + ":" + requestId, step, name, "unsealing:" + requestId, round.caseId(), Set.of(actor.officeId()));
    }

    private Duty duty(long ballotId, String step, String name, VoteRound round, Actor actor) {
        Set<String> able = Stream.of(
                        Stream.of(actor.officeId()),
                        offices.residentsCommittees(round.communityId()).stream(),
                        offices.holder(round.caseId(), "subdistrict").stream(),
                        Stream.of(offices.renovationOffice(round.caseId())))
                .flatMap(office -> office)
                .collect(Collectors.toSet());
        return new Duty(step + ":" + ballotId, step, name, "ballot:" + ballotId, round.caseId(), able);
    }
}
