package org.jiugai.review;

/** A body contests what another office entered for it; it is asked for an opinion of its own. */
public record OpinionContested(long caseId, long requestId, long opinionId) {}
