package org.jiugai.funding;

/** Nothing is due any more for a tranche whose payment is under way: the settlement lies below what was paid. */
public record TrancheFellAway(long caseId, long trancheId) {}
