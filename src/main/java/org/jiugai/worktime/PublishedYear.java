package org.jiugai.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A year whose calendar is published.
 *
 * @param document number of the State Council's notice; null for a year that the application ships
 * @param loadedOn null for a year that the application ships
 */
public record PublishedYear(
        int year,
        int workingDays,
        @Nullable String document,
        @Nullable String loadedBy,
        @Nullable LocalDate loadedOn) {}
