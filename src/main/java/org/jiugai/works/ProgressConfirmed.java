package org.jiugai.works;

import java.time.LocalDate;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;

/**
 * The employer has confirmed the cumulative progress of a case. May be lower than the last one, with a correction note.
 *
 * @param progress cumulative physical progress, exact to 0.01 %
 * @param valueDone cumulative value of the work done
 * @param on the day of the confirmation
 */
public record ProgressConfirmed(long caseId, Share progress, Money valueDone, LocalDate on) {}
