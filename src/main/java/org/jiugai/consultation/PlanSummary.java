package org.jiugai.consultation;

import java.time.LocalDate;
import org.jiugai.kernel.Money;

/**
 * A version of a community's plan.
 *
 * @param version v1, v1.1 (revised), v2 (second round)
 * @param residentShare what the residents pay of the estimate
 * @param designerOffice id of the office that drew it up
 */
public record PlanSummary(
        long planId,
        long communityId,
        String communityName,
        String version,
        Money estimate,
        Money residentShare,
        boolean structureChanged,
        boolean commonPartChange,
        String designerOffice,
        LocalDate submittedOn) {}
