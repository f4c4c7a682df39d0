package org.jiugai.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must act: a task that is open.
 *
 * @param holder offices or the person who has it
 * @param formUrl where it is worked on
 */
public record OpenStep(
        String caseNo, String name, String holder, LocalDate since, @Nullable LocalDate due, String formUrl, @Nullable String note) {}
