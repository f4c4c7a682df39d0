package org.jiugai.programme.process;

import org.jiugai.engine.ProcessVariable;

/** Names of the admission process. There is no case yet: an instance carries the application's id, its business key is the application's number. */
final class AdmissionProcess {
    static final String ID = "project-admission";
    static final ProcessVariable<Long> APPLICATION_ID = ProcessVariable.ofLong("applicationId");
    static final ProcessVariable<Boolean> SUPPLEMENT_NEEDED = ProcessVariable.ofBoolean("supplementNeeded");
    /** The outcome table's answer: a tier of the library, REJECT, or OVERRIDE when the leading group must decide. */
    static final ProcessVariable<String> LIBRARY_OUTCOME = ProcessVariable.ofText("libraryOutcome");

    private AdmissionProcess() {}
}
