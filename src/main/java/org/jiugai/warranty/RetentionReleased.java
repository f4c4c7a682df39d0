package org.jiugai.warranty;

import java.time.LocalDate;

/** Employer and treasury have agreed to pay the retention money out; its period is over and no defect is open. */
public record RetentionReleased(long caseId, LocalDate on) {}
