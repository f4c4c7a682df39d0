package org.jiugai.review.process;

import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters;
import org.jiugai.review.Modification;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** {@code ${modificationFigures.…}} in the model: the inputs of the table {@code major-modification}. */
// public: the expression language calls methods of public classes only
@Component("modificationFigures")
public class ModificationFigures {
    private final RevisionManagement revisions;
    private final CaseManagement cases;

    ModificationFigures(RevisionManagement revisions, CaseManagement cases) {
        this.revisions = revisions;
        this.cases = cases;
    }

    /** The recorded modification: estimates in fen, households, what was changed. */
    public Modification of(long modificationId) {
        return revisions.modification(modificationId);
    }

    /** The change of the estimate from which on the policy calls a modification major. */
    public Share majorShare(long caseId) {
        return cases.parameter(caseId, Parameters.MAJOR_ESTIMATE_CHANGE);
    }
}
