package org.jiugai.funding;

/** The condition of a tranche is met; its payment process starts in the same transaction. */
public record TrancheStarted(long caseId, String caseNo, String county, long trancheId) {}
