package org.jiugai.works.process;

import org.jiugai.engine.ProcessVariable;

/** What the construction process remembers besides its case. */
final class ConstructionProcess {
    static final ProcessVariable<Boolean> MAY_START = ProcessVariable.ofBoolean("permitSettled");
    static final ProcessVariable<Long> REPORT_ID = ProcessVariable.ofLong("progressReportId");
    static final ProcessVariable<String> SUPERVISOR_VERDICT = ProcessVariable.ofText("supervisorVerdict");
    static final ProcessVariable<String> EMPLOYER_VERDICT = ProcessVariable.ofText("employerVerdict");
    static final ProcessVariable<Boolean> COMPLETE = ProcessVariable.ofBoolean("worksComplete");

    private ConstructionProcess() {}
}
