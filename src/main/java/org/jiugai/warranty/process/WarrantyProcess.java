package org.jiugai.warranty.process;

import java.util.Date;
import org.jiugai.engine.ProcessVariable;

/** What the warranty and the repair of a defect remember besides their case. */
final class WarrantyProcess {
    static final String REPAIR = "defect-repair";
    static final String DEFECT_REPORTED = "warranty.defectReported";
    static final ProcessVariable<Date> RETENTION_END = ProcessVariable.ofDate("retentionEnd");
    static final ProcessVariable<Integer> OPEN_DEFECTS = ProcessVariable.ofInteger("openDefects");
    static final ProcessVariable<Boolean> RELEASED = ProcessVariable.ofBoolean("retentionReleased");
    static final ProcessVariable<Long> DEFECT_ID = ProcessVariable.ofLong("defectId");
    static final ProcessVariable<String> DISPATCH = ProcessVariable.ofText("repairDispatch");
    static final ProcessVariable<Boolean> UNHEEDED = ProcessVariable.ofBoolean("remindersUnheeded");
    static final ProcessVariable<String> CHECK = ProcessVariable.ofText("repairCheck");

    private WarrantyProcess() {}
}
