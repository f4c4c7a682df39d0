package org.jiugai.policy;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jiugai.organisation.Roles;

/** The words and numbers that a place in a policy document may hold. A place is a key with its fields: {@code payment.schedule.base}. */
final class Vocabulary {
    private static final Set<String> DAY_TYPES = Set.of("CALENDAR", "WORKING");

    /** The stages for which a policy may plan a date. */
    static final Set<String> STAGES = Set.of(
            "SURVEY",
            "CONSULTATION",
            "REVIEW",
            "FORMALITIES",
            "PROCUREMENT",
            "CONSTRUCTION",
            "ACCEPTANCE",
            "SETTLEMENT",
            "WARRANTY");

    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            entry("notice.dayType", DAY_TYPES),
            entry("acceptance.notifyDayType", DAY_TYPES),
            entry("acceptance.filingDayType", DAY_TYPES),
            entry("sla.dayType", DAY_TYPES),
            entry("review.reReviewScope", Set.of("ALL", "AFFECTED")),
            entry("contribution.mode", Set.of("NONE", "PER_HOUSEHOLD", "SHARE_OF_TOTAL", "NEGOTIATED")),
            entry("tender.mode", Set.of("DBB", "EPC", "BUNDLE")),
            entry("payment.schedule.base", Set.of("CONTRACT", "SETTLEMENT")),
            entry("payment.schedule.source", Set.of("GOVERNMENT", "OWNER_RAISED")),
            entry("eligibility.criteria.op", Set.of("<=", ">=", ">", "==")),
            entry("eligibility.criteria.kind", Set.of("REQUIRED", "PRIORITY")),
            entry(
                    "eligibility.criteria.field",
                    Set.of(
                            "buildYear",
                            "problemCategories",
                            "consentShare",
                            "inShantyTownPlan",
                            "demolitionPlannedWithinYears",
                            "fitForTotalRebuild",
                            "yearsSinceRenovation")),
            entry(
                    "stewardship.modes",
                    Set.of(
                            "PROPERTY_COMPANY",
                            "OWNERS_SELF",
                            "SEMI_SELF",
                            "STREET_QUASI",
                            "TRUST",
                            "SOCIAL_ORG",
                            "STATE_UNIT")));

    private static final Map<String, Range> RANGES = Map.ofEntries(
            entry("consultation.rounds", new Range(1, 2)),
            entry("notice.days", new Range(1, 365)),
            entry("retention.months", new Range(1, 24)),
            entry("report.day", new Range(1, 28)),
            entry("record.lateAfterDays", new Range(0, 365)));

    private Vocabulary() {}

    record Range(int least, int most) {
        boolean contains(int number) {
            return least <= number && number <= most;
        }
    }

    static boolean allows(String place, String word) {
        if (place.endsWith(".role") || place.equals("payment.approvalChain")) return Roles.isKnown(word);
        Set<String> words = WORDS.get(place);
        return words == null || words.contains(word);
    }

    static Range range(String place) {
        return RANGES.getOrDefault(place, new Range(0, 10_000));
    }
}
