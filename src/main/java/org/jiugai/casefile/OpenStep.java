package org.jiugai.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must act: a task that is open.
 *
 * @param holder offices or the person who has it
 * @param provisional whether the due date may still move, a year's calendar not being published
 * @param formUrl where it is worked on
 */
public record OpenStep(
        String caseNo,
        String name,
        String holder,
        LocalDate since,
        @Nullable LocalDate due,
        boolean provisional,
        String formUrl,
        @Nullable String note) {}
