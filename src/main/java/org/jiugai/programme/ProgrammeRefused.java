package org.jiugai.programme;

import org.jiugai.kernel.RuleViolation;
import org.jiugai.sheets.SheetFaults;

/** The sheet was refused as a whole; nothing was changed. One fault for each thing that is wrong, with row and column in its text. */
public class ProgrammeRefused extends RuleViolation {
    private static final long serialVersionUID = 1L;

    ProgrammeRefused(SheetFaults faults) {
        super("programme.refused", faults.asFaults());
    }
}
