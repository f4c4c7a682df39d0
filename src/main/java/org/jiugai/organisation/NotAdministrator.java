package org.jiugai.organisation;

import org.jiugai.kernel.RuleViolation;

/** Only administrators may ask for this. */
public class NotAdministrator extends RuleViolation {
    private static final long serialVersionUID = 1L;

    NotAdministrator() {
        super("organisation.notAdministrator", "只有系统管理员可以进行此操作");
    }
}
