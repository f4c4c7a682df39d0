package org.jiugai.survey;

import org.jiugai.kernel.Actor;

/** A household said more in the survey than its form asks: an opinion for the ledger. */
public record VisitHeard(long caseId, long communityId, long unitId, String content, Actor actor) {}
