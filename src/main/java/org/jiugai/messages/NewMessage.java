package org.jiugai.messages;

/**
 * What a household is to be told.
 *
 * @param subject what it is about, e.g. {@code opinion:12}; a household is told of it once
 * @param news a Chinese sentence without anything that a stranger who holds the telephone must not read; where to read more is added
 */
public record NewMessage(long caseId, long communityId, long unitId, String subject, String news) {}
