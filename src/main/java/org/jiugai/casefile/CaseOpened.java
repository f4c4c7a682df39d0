package org.jiugai.casefile;

/** A case was opened; its policy version is pinned. Published in the same transaction, before the backbone starts. */
public record CaseOpened(long caseId, String caseNo, String county) {}
