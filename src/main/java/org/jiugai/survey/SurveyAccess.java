package org.jiugai.survey;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who surveys a community: its residents' committee and the street of its case. */
@Component
public class SurveyAccess {
    /** Whose offices may be among them. */
    public static final List<String> ROLES = List.of("community", "subdistrict");

    private final CaseManagement cases;
    private final CaseOfficeLookup offices;

    SurveyAccess(CaseManagement cases, CaseOfficeLookup offices) {
        this.cases = cases;
        this.offices = offices;
    }

    public boolean allows(long communityId, Actor actor) {
        long caseId = cases.community(communityId).caseId();
        Set<String> surveying = Stream.concat(
                        offices.residentsCommittees(communityId).stream(),
                        offices.holder(caseId, "subdistrict").stream())
                .collect(Collectors.toSet());
        return surveying.contains(actor.officeId());
    }

    /** @throws VisibleCases.NotAllowed when the actor's office does not survey the community */
    public void demand(long communityId, Actor actor) {
        if (!allows(communityId, actor)) throw new VisibleCases.NotAllowed();
    }
}
