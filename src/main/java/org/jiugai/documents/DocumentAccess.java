package org.jiugai.documents;

/** Who may read the documents of a case. The room that knows cases answers. */
public interface DocumentAccess {
    boolean mayRead(String personId, long caseId);

    /** Whether documents of one of these cases may serve the other: both are of the same county. */
    boolean sameCounty(long caseId, long otherCaseId);
}
