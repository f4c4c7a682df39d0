package org.jiugai.consultation;

import org.jspecify.annotations.Nullable;

/**
 * An opinion as it came in.
 *
 * @param unitId the household that has it, null when unknown
 */
public record NewOpinion(long communityId, OpinionSource source, @Nullable Long unitId, String content) {}
