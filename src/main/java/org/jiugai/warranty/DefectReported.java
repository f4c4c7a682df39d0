package org.jiugai.warranty;

/** A defect was reported; its repair begins in the same transaction. */
public record DefectReported(long caseId, String caseNo, String county, long defectId) {}
