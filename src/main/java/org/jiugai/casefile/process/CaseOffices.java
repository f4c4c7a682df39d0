package org.jiugai.casefile.process;

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

    /** The holder of a role for the case; {@code community} means the committee of the community in question. */
    public String holding(DelegateExecution execution, String role) {
        long caseId = Step.CASE_ID.get(execution);
        Long community = COMMUNITY_ID.find(execution);
        return (role.equals("community") && community != null
                        ? lookup.residentsCommittee(community)
                        : lookup.holder(caseId, role))
                .orElseGet(() -> lookup.renovationOffice(caseId));
    }

    /** The holder of a role at COUNTY or CITY level. */
    public String seat(DelegateExecution execution, String role, String level) {
        long caseId = Step.CASE_ID.get(execution);
        return lookup.holder(caseId, role, Level.valueOf(level)).orElseGet(() -> lookup.renovationOffice(caseId));
    }
}
