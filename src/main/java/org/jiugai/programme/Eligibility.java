package org.jiugai.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Criterion;
import org.jiugai.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Holds an application against the criteria of a policy, each with what is required and what was found (book 3.2). */
final class Eligibility {
    private final UnaryOperator<String> parameters;

    private Eligibility(UnaryOperator<String> parameters) {
        this.parameters = parameters;
    }

    /**
     * What counts of an application.
     *
     * @param buildYear the year of the youngest community
     * @param consent supporting households of all households
     * @param demolitionPlannedWithinYears null when nothing is planned
     * @param yearsSinceRenovation null when never renovated as a whole
     * @param plans other plans that already contain the communities
     */
    record Candidate(
            int buildYear,
            int problemCategories,
            Share consent,
            @Nullable Integer demolitionPlannedWithinYears,
            boolean fitForTotalRebuild,
            @Nullable Integer yearsSinceRenovation,
            Set<ExistingPlan> plans) {}

    /** One criterion held against the application. {@code kind} is REQUIRED or PRIORITY. */
    record Judged(String id, String label, String kind, String required, String actual, boolean met) {
        boolean fails(String ofKind) {
            return !met && kind.equals(ofKind);
        }
    }

    static List<Judged> judge(Policy policy, Candidate candidate) {
        return judge(
                policy.get(Parameters.ELIGIBILITY_CRITERIA),
                key -> Objects.requireNonNull(policy.provenances().get(key), key)
                        .value()
                        .asText(),
                candidate);
    }

    /** @param parameters value of another parameter, by key, as text */
    static List<Judged> judge(List<Criterion> criteria, UnaryOperator<String> parameters, Candidate candidate) {
        Eligibility eligibility = new Eligibility(parameters);
        List<Judged> judged = new ArrayList<>(
                criteria.stream().map(c -> eligibility.judge(c, candidate)).toList());
        boolean isJudged = candidate.plans().contains(ExistingPlan.SHANTY_TOWN)
                && criteria.stream().anyMatch(c -> c.field().equals("inShantyTownPlan"));
        if (!candidate.plans().isEmpty() && !isJudged) {
            judged.add(new Judged(
                    "NO_OTHER_PLAN",
                    "未纳入棚改、征迁、危改计划",
                    "REQUIRED",
                    "否",
                    String.join(
                            "、",
                            candidate.plans().stream().map(ExistingPlan::label).toList()),
                    false));
        }
        return List.copyOf(judged);
    }

    private Judged judge(Criterion criterion, Candidate candidate) {
        String wanted = criterion.value().startsWith("@")
                ? parameters.apply(criterion.value().substring(1))
                : criterion.value();
        return switch (criterion.field()) {
            case "buildYear" -> number(criterion, yearOf(wanted), candidate.buildYear(), "年", "");
            case "problemCategories" -> number(criterion, wanted, candidate.problemCategories(), "类", "");
            case "consentShare" ->
                judged(
                        criterion,
                        symbol(criterion) + wanted,
                        candidate.consent().percent() + "%",
                        holds(criterion, candidate.consent(), Share.of(wanted)));
            case "demolitionPlannedWithinYears" ->
                number(criterion, wanted, candidate.demolitionPlannedWithinYears(), "年", "无规划");
            case "yearsSinceRenovation" -> number(criterion, wanted, candidate.yearsSinceRenovation(), "年", "未实施过");
            case "inShantyTownPlan" -> flag(criterion, wanted, candidate.plans().contains(ExistingPlan.SHANTY_TOWN));
            case "fitForTotalRebuild" -> flag(criterion, wanted, candidate.fitForTotalRebuild());
            default -> throw new IllegalArgumentException("no such field of a criterion: " + criterion.field());
        };
    }

    /** Absent means that the fact which could exclude does not exist. */
    private static Judged number(
            Criterion criterion, String wanted, @Nullable Integer actual, String unit, String absent) {
        boolean met = actual == null || holds(criterion, new Share(actual, 1), Share.of(wanted));
        return judged(criterion, symbol(criterion) + wanted + unit, actual == null ? absent : actual + unit, met);
    }

    private static Judged flag(Criterion criterion, String wanted, boolean actual) {
        return judged(
                criterion, yesNo(Boolean.parseBoolean(wanted)), yesNo(actual), Boolean.parseBoolean(wanted) == actual);
    }

    private static Judged judged(Criterion criterion, String required, String actual, boolean met) {
        return new Judged(criterion.id(), criterion.label(), criterion.kind(), required, actual, met);
    }

    private static boolean holds(Criterion criterion, Share actual, Share wanted) {
        int order = actual.compareTo(wanted);
        return switch (criterion.op()) {
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case "==" -> order == 0;
            default -> throw new IllegalArgumentException("no such comparison: " + criterion.op());
        };
    }

    private static String symbol(Criterion criterion) {
        return switch (criterion.op()) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "==" -> "=";
            default -> criterion.op();
        };
    }

    private static String yearOf(String wanted) {
        int dash = wanted.indexOf('-');
        return dash > 0 ? wanted.substring(0, dash) : wanted;
    }

    private static String yesNo(boolean yes) {
        return yes ? "是" : "否";
    }
}
