package org.jiugai.satisfaction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a household answered last. */
public record SatisfactionAnswer(Rating rating, @Nullable String remark, LocalDate answeredOn) {}
