package org.jiugai.documents;

/** Who may read the documents of a case. The room that knows cases answers. */
public interface DocumentAccess {
    boolean mayRead(String personId, long caseId);
}
