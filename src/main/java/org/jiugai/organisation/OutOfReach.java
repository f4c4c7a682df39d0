package org.jiugai.organisation;

import org.jiugai.kernel.RuleViolation;

/** There is no such region, office or person, or it is another administrator's: which of the two is not told. */
public class OutOfReach extends RuleViolation {
    private static final long serialVersionUID = 1L;

    OutOfReach(String field) {
        super("organisation.outOfReach", field, "没有此区划、单位或人员，或不在您的管理范围内");
    }
}
