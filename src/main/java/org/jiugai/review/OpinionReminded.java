package org.jiugai.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body was reminded of an opinion that is due.
 *
 * @param office null when the renovation office acts for the body
 */
public record OpinionReminded(long caseId, long requestId, @Nullable String office, LocalDate dueOn) {}
