package org.jiugai.programme;

import java.util.List;
import org.jiugai.kernel.RuleViolation;

/** The sheet was refused as a whole; nothing was changed. One fault for each thing that is wrong, with row and column in its text. */
public class ProgrammeRefused extends RuleViolation {
    private static final long serialVersionUID = 1L;

    ProgrammeRefused(List<SheetFaults.SheetFault> faults) {
        super(
                "programme.refused",
                faults.stream()
                        .map(fault -> new Fault(
                                fault.row() == null ? fault.column() : fault.row() + ":" + fault.column(),
                                fault.shown()))
                        .toList());
    }
}
