package org.jiugai.publicsite;

import java.time.LocalDate;
import java.util.List;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.casefile.StageEntry;
import org.jiugai.consultation.PlanDetails;
import org.jiugai.consultation.PlanDifference;
import org.jspecify.annotations.Nullable;

/**
 * A project as everybody may see it: no person, no household, only what was released.
 *
 * @param outcome how it ended; null while it runs
 * @param satisfactionAsked whether households are asked today what they think of it
 */
public record PublicProject(
        String caseNo,
        String name,
        String county,
        String street,
        @Nullable String outcome,
        List<StageEntry> stages,
        List<Community> communities,
        boolean satisfactionAsked,
        List<Contact> contacts) {
    /**
     * Who answers for the project: 牵头单位, 设计单位, …
     *
     * @param phone of an authority, when it has named one
     */
    public record Contact(String role, String office, @Nullable String phone) {}

    /** A community with its released plans, the latest first. */
    public record Community(
            String name,
            int households,
            int buildings,
            List<Version> plans,
            List<Notice> notices,
            List<VoteSummary> results) {}

    /** @param difference what changed since the released version before; null for the first */
    public record Version(PlanDetails plan, @Nullable PlanDifference difference) {}

    /**
     * @param daysLeft today included; 0 when it does not run
     * @param outcome null until every objection is answered
     */
    public record Notice(
            long noticeId,
            String stage,
            LocalDate startDate,
            LocalDate endDate,
            long daysLeft,
            String contact,
            int objections,
            @Nullable String outcome) {}
}
