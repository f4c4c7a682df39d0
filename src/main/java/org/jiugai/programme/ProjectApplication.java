package org.jiugai.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A street's application for the project library.
 *
 * @param number business key of its process, e.g. {@code SQ-341502-2024-0001}
 * @param year programme year applied for
 * @param policyVersionId version against which it is reviewed
 * @param outcome null while open
 */
public record ProjectApplication(
        long id,
        String number,
        String county,
        String street,
        int year,
        long policyVersionId,
        String policyCode,
        @Nullable LibraryTier outcome,
        @Nullable LocalDate outcomeOn,
        @Nullable Long caseId) {}
