package org.jiugai.consultation;

import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteOutcome;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Finding;
import org.jiugai.policy.Parameters;
import org.springframework.stereotype.Component;

/** Whether the owners must decide on a plan, and whether they have: by law, unless the policy only asks them. */
@Component
class OwnersDecision {
    private static final String BY_LAW = "LAW";
    private final VoteManagement votes;
    private final CaseManagement cases;
    private final FinalPlans finals;

    OwnersDecision(VoteManagement votes, CaseManagement cases, FinalPlans finals) {
        this.votes = votes;
        this.cases = cases;
        this.finals = finals;
    }

    /** Whether a vote must be held before the plan is final. */
    boolean isDue(long caseId, long communityId) {
        return isByLaw(caseId) && isOpen(communityId);
    }

    /** Raises what a new version of the plan leaves undecided although the law wants a decision, and nothing later will ask for it. */
    void noteNewVersion(long caseId, long communityId) {
        if (!isOpen(communityId)) return;
        String community = cases.community(communityId).name();
        if (!isByLaw(caseId)) cases.raise(caseId, finding("VOTE-POLL", community + "的方案涉及业主共同决定事项，本案政策只规定民意调查"));
        else if (finals.ofCommunity(communityId).isPresent())
            cases.raise(caseId, finding("VOTE-AFTER-FINAL", community + "的方案定稿后修改，新涉及的业主共同决定事项尚未表决，须在实施前补办"));
    }

    private boolean isOpen(long communityId) {
        VoteOutcome outcome = votes.outcomeOf(communityId);
        return outcome != VoteOutcome.NOT_REQUIRED && outcome != VoteOutcome.PASSED;
    }

    private static Finding finding(String code, String message) {
        return new Finding(code, Finding.Severity.WARN, message, "民法典第278条");
    }

    /** What the checklist of the final plan shows; nothing where no vote is asked for. */
    VoteOutcome outcome(long caseId, long communityId) {
        return isByLaw(caseId) ? votes.outcomeOf(communityId) : VoteOutcome.NOT_REQUIRED;
    }

    private boolean isByLaw(long caseId) {
        return cases.policy(caseId).get(Parameters.CONSULTATION_VOTE, BY_LAW).equals(BY_LAW);
    }
}
