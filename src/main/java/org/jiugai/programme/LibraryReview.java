package org.jiugai.programme;

import org.jspecify.annotations.Nullable;

/**
 * The latest review of an application.
 *
 * @param tier IMPLEMENT, PLAN or RESERVE when it is to be admitted
 * @param missing what the applicant was asked to complete
 */
public record LibraryReview(
        long id,
        String decision,
        @Nullable String tier,
        @Nullable Integer proposedYear,
        @Nullable String overrideReason,
        @Nullable String missing,
        int failedRequired,
        int failedPriority,
        @Nullable String comment) {}
