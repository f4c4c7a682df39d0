package org.jiugai.casefile;

/** A case has ended with its outcome (归档办结, 调出 …). Published in the transaction that closes it. */
public record CaseClosed(long caseId, String caseNo, String outcome) {}
