package org.jiugai.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/** Every parameter that policies know (book 3 and appendix A). */
public final class Parameters {
    private static final Map<String, Parameter<?>> BY_KEY = new LinkedHashMap<>();

    public static final Parameter<LocalDate> BUILD_YEAR_CUTOFF =
            of("eligibility.buildYearCutoff", new TypeReference<>() {});
    public static final Parameter<Integer> MIN_PROBLEM_CATEGORIES =
            of("eligibility.minProblemCategories", new TypeReference<>() {});
    public static final Parameter<Share> CONSENT_SHARE = of("eligibility.consentShare", new TypeReference<>() {});
    public static final Parameter<List<Criterion>> ELIGIBILITY_CRITERIA =
            of("eligibility.criteria", new TypeReference<>() {});
    public static final Parameter<Share> SURVEY_COVERAGE = of("survey.coverage", new TypeReference<>() {});
    public static final Parameter<Integer> SURVEY_ATTEMPTS = of("survey.attempts", new TypeReference<>() {});
    public static final Parameter<Integer> CONSULTATION_ROUNDS = of("consultation.rounds", new TypeReference<>() {});
    public static final Parameter<Boolean> COUNCIL = of("consultation.council", new TypeReference<>() {});
    public static final Parameter<Share> COUNCIL_QUORUM = of("consultation.councilQuorum", new TypeReference<>() {});
    public static final Parameter<String> CONSULTATION_VOTE = of("consultation.vote", new TypeReference<>() {});
    public static final Parameter<String> UNRETURNED_BALLOT = of("vote.unreturnedBallot", new TypeReference<>() {});
    public static final Parameter<Integer> PRELIMINARY_DAYS = of("vote.preliminaryDays", new TypeReference<>() {});
    public static final Parameter<List<NoticeStage>> NOTICE_STAGES = of("notice.stages", new TypeReference<>() {});
    public static final Parameter<Integer> NOTICE_DAYS = of("notice.days", new TypeReference<>() {});
    public static final Parameter<String> NOTICE_DAY_TYPE = of("notice.dayType", new TypeReference<>() {});
    public static final Parameter<Integer> OBJECTION_ANSWER_DAYS = of("objection.answerDays", new TypeReference<>() {});
    public static final Parameter<List<String>> PLAN_CHAPTERS = of("plan.chapters", new TypeReference<>() {});
    public static final Parameter<List<String>> PLAN_MANDATORY_CLASSES =
            of("plan.mandatoryClasses", new TypeReference<>() {});
    public static final Parameter<String> REVIEW_NAME = of("review.name", new TypeReference<>() {});
    public static final Parameter<Seat> REVIEW_CHAIR = of("review.chair", new TypeReference<>() {});
    public static final Parameter<List<ReviewParty>> REVIEW_PARTIES = of("review.parties", new TypeReference<>() {});
    public static final Parameter<Boolean> EXPERT_REVIEW = of("review.expertReview", new TypeReference<>() {});
    public static final Parameter<Integer> REVIEW_OPINION_DAYS = of("review.opinionDays", new TypeReference<>() {});
    public static final Parameter<Integer> REVIEW_REMINDER_DAY = of("review.reminderDay", new TypeReference<>() {});
    public static final Parameter<Integer> REVIEW_ESCALATION_DAY = of("review.escalationDay", new TypeReference<>() {});
    public static final Parameter<String> RE_REVIEW_SCOPE = of("review.reReviewScope", new TypeReference<>() {});
    public static final Parameter<Boolean> MAJOR_NEEDS_REVIEW = of("review.majorNeedsReview", new TypeReference<>() {});
    public static final Parameter<Boolean> MAJOR_NEEDS_NOTICE = of("review.majorNeedsNotice", new TypeReference<>() {});
    public static final Parameter<Share> MAJOR_ESTIMATE_CHANGE =
            of("review.majorEstimateChange", new TypeReference<>() {});
    public static final Parameter<Seat> REVIEW_APPROVER = of("review.approver", new TypeReference<>() {});
    public static final Parameter<Requirement> REVIEW_FILING = of("review.filing", new TypeReference<>() {});
    public static final Parameter<Exemption> PLANNING_PERMIT_EXEMPT =
            of("formalities.planningPermitExempt", new TypeReference<>() {});
    public static final Parameter<Exemption> CONSTRUCTION_PERMIT_EXEMPT =
            of("formalities.constructionPermitExempt", new TypeReference<>() {});
    public static final Parameter<Exemption> DRAWING_REVIEW_EXEMPT =
            of("formalities.drawingReviewExempt", new TypeReference<>() {});
    public static final Parameter<Share> ESTIMATE_TOLERANCE =
            of("formalities.estimateTolerance", new TypeReference<>() {});
    public static final Parameter<List<String>> TENDER_MODE = of("tender.mode", new TypeReference<>() {});
    public static final Parameter<Boolean> SUPERVISION_COMPULSORY =
            of("tender.supervisionCompulsory", new TypeReference<>() {});
    public static final Parameter<List<Tranche>> PAYMENT_SCHEDULE = of("payment.schedule", new TypeReference<>() {});
    public static final Parameter<Share> PROGRESS_MIN_SHARE = of("payment.progressMinShare", new TypeReference<>() {});
    public static final Parameter<Boolean> LABOUR_MONTHLY = of("payment.labourMonthly", new TypeReference<>() {});
    public static final Parameter<List<String>> PAYMENT_APPROVAL_CHAIN =
            of("payment.approvalChain", new TypeReference<>() {});
    public static final Parameter<Share> RETENTION_SHARE = of("retention.share", new TypeReference<>() {});
    public static final Parameter<Integer> RETENTION_MONTHS = of("retention.months", new TypeReference<>() {});
    public static final Parameter<String> CONTRIBUTION_MODE = of("contribution.mode", new TypeReference<>() {});
    public static final Parameter<List<ContributionRate>> CONTRIBUTION_RATES =
            of("contribution.rates", new TypeReference<>() {});
    public static final Parameter<Share> CONTRIBUTION_SHARE = of("contribution.share", new TypeReference<>() {});
    public static final Parameter<Share> CONTRIBUTION_GATE = of("contribution.gate", new TypeReference<>() {});
    public static final Parameter<Boolean> SPECIAL_ACCOUNT = of("fund.specialAccount", new TypeReference<>() {});
    public static final Parameter<Integer> ACCEPTANCE_NOTIFY_DAYS =
            of("acceptance.notifyDays", new TypeReference<>() {});
    public static final Parameter<String> ACCEPTANCE_NOTIFY_DAY_TYPE =
            of("acceptance.notifyDayType", new TypeReference<>() {});
    public static final Parameter<Integer> FILING_DAYS = of("acceptance.filingDays", new TypeReference<>() {});
    public static final Parameter<String> FILING_DAY_TYPE = of("acceptance.filingDayType", new TypeReference<>() {});
    public static final Parameter<List<ReviewParty>> FINAL_PARTIES =
            of("acceptance.finalParties", new TypeReference<>() {});
    public static final Parameter<List<ReviewParty>> JOINT_PARTIES =
            of("acceptance.jointParties", new TypeReference<>() {});
    public static final Parameter<Requirement> COMPREHENSIVE_ACCEPTANCE =
            of("acceptance.comprehensive", new TypeReference<>() {});
    public static final Parameter<Integer> RESIDENT_REPS = of("acceptance.residentReps", new TypeReference<>() {});
    public static final Parameter<Boolean> PIPE_TEST = of("acceptance.pipeTest", new TypeReference<>() {});
    public static final Parameter<Boolean> MANAGEMENT_PLAN_REQUIRED =
            of("acceptance.managementPlanRequired", new TypeReference<>() {});
    public static final Parameter<Share> SATISFACTION = of("acceptance.satisfaction", new TypeReference<>() {});
    public static final Parameter<Integer> RECTIFY_DAYS = of("acceptance.rectifyDays", new TypeReference<>() {});
    public static final Parameter<List<String>> STEWARDSHIP_MODES = of("stewardship.modes", new TypeReference<>() {});
    public static final Parameter<Integer> STEWARDSHIP_MONTHS = of("stewardship.months", new TypeReference<>() {});
    public static final Parameter<Seat> SETTLEMENT_AUDITOR = of("settlement.auditor", new TypeReference<>() {});
    public static final Parameter<Map<String, Integer>> PLANNED_DAYS =
            of("stages.plannedDays", new TypeReference<>() {});
    public static final Parameter<Map<String, String>> FIXED_DATES = of("stages.fixedDates", new TypeReference<>() {});
    public static final Parameter<Map<String, Period>> SLA = of("sla", new TypeReference<>() {});
    public static final Parameter<Integer> REPORT_DAY = of("report.day", new TypeReference<>() {});
    public static final Parameter<Integer> LATE_RECORD_DAYS = of("record.lateAfterDays", new TypeReference<>() {});
    public static final Parameter<List<SameOffice>> SAME_OFFICE_STEPS =
            of("duties.sameOfficeSteps", new TypeReference<>() {});

    private Parameters() {}

    private static <T> Parameter<T> of(String key, TypeReference<T> type) {
        Parameter<T> parameter = new Parameter<>(key, type);
        BY_KEY.put(key, parameter);
        return parameter;
    }

    /** Every parameter by its key, in the order in which they stand above. */
    static Map<String, Parameter<?>> byKey() {
        return Collections.unmodifiableMap(BY_KEY);
    }

    public enum NoticeStage {
        FIRST_DRAFT,
        REVISED_DRAFT,
        AFTER_REVIEW,
        VOTE_RESULT
    }

    public enum Level {
        COUNTY,
        CITY
    }

    public enum Weight {
        MANDATORY,
        ADVISORY
    }

    /** A role at an administrative level: the office that holds it there acts. */
    public record Seat(String role, Level level) {}

    public record Requirement(boolean required, String role, Level level) {}

    public record Exemption(boolean exempt, @Nullable String basis) {}

    /** A body that gives an opinion. {@code level} absent means COUNTY. */
    public record ReviewParty(String role, @Nullable Level level, Weight weight, @Nullable Boolean silenceConsent) {}

    /** {@code kind} REQUIRED or PRIORITY; {@code value} a literal or {@code @key} of another parameter. */
    public record Criterion(String id, String label, String field, String op, String value, String kind) {}

    public record ContributionRate(String buildingType, Money perHousehold) {}

    /** A period of days, CALENDAR or WORKING. */
    public record Period(int days, String dayType) {}

    public record SameOffice(List<String> steps, String role) {}

    public enum Trigger {
        PROGRESS,
        ACCEPTANCE,
        SETTLEMENT,
        RETENTION
    }

    /**
     * One part of the price.
     *
     * @param share fraction of the base, or {@code REMAINDER} for the last
     * @param base CONTRACT or SETTLEMENT
     * @param source GOVERNMENT or OWNER_RAISED
     */
    public record Tranche(
            String id,
            String name,
            Trigger trigger,
            @Nullable Share threshold,
            String share,
            String base,
            String source,
            String payer,
            @Nullable List<String> onShortfall) {}
}
