package org.jiugai.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The card on top of every form (book 5.3).
 *
 * @param dueDate ISO date or null
 * @param dueColour GREEN, YELLOW or RED (book 2.10 overdue-colour)
 * @param dueProvisional whether the due date touches a year whose calendar is not published
 * @param hints open findings, in Chinese
 */
public record CaseHeader(
        String caseNo,
        String caseName,
        String policyCode,
        String policyName,
        String county,
        String street,
        List<String> communities,
        String stage,
        @Nullable String dueDate,
        String dueColour,
        boolean dueProvisional,
        List<String> hints,
        String caseUrl,
        @Nullable String assignmentNote) {}
