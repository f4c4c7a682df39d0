package org.jiugai.casefile;

/** The door to the engine: its history of a case. */
public interface CaseHistory {
    /** Whether an instance of the case is still running. */
    boolean isOpen(String caseNo);

    /** Deletes the history of every instance that served this case alone. @return how many */
    int delete(String caseNo);
}
