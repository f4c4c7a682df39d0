package org.jiugai.casefile.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.engine.ProcessVariable;
import org.jiugai.engine.Step;
import org.jiugai.policy.Parameters.Level;
import org.springframework.stereotype.Component;

/** {@code ${offices.…}} in models: the office that gets a task. Nobody holds the role: the renovation office gets it, and {@link TaskNote} says why. */
// public: the expression language calls methods of public classes only
@Component("offices")
public class CaseOffices {
    private static final ProcessVariable<Long> COMMUNITY_ID = ProcessVariable.ofLong("communityId");
    private final CaseOfficeLookup lookup;

    CaseOffices(CaseOfficeLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * The holder of a role for the case; {@code community} means the committee of the community in question, or those of all communities.
     * Several offices, with commas between, are all offered the task.
     */
    public String holding(DelegateExecution execution, String role) {
        long caseId = Step.CASE_ID.get(execution);
        if (role.equals("community")) return committees(execution, caseId);
        return lookup.holder(caseId, role).orElseGet(() -> lookup.renovationOffice(caseId));
    }

    private String committees(DelegateExecution execution, long caseId) {
        Long community = COMMUNITY_ID.find(execution);
        List<String> offices =
                community == null ? lookup.caseCommittees(caseId) : lookup.residentsCommittees(community);
        return offices.isEmpty() ? lookup.renovationOffice(caseId) : String.join(",", offices);
    }

    /** The holder of a role at COUNTY or CITY level. */
    public String seat(DelegateExecution execution, String role, String level) {
        long caseId = Step.CASE_ID.get(execution);
        return lookup.holder(caseId, role, Level.valueOf(level)).orElseGet(() -> lookup.renovationOffice(caseId));
    }
}
