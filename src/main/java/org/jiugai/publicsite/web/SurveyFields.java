package org.jiugai.publicsite.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.survey.Attitude;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jiugai.survey.HouseholdAnswer;
import org.jiugai.survey.NewVisit;
import org.jiugai.survey.VisitChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The survey form of a household as it was filled in. */
final class SurveyFields {
    /** What a household may say of itself. */
    static final List<Attitude> ATTITUDES = List.of(Attitude.SUPPORT, Attitude.OPPOSE, Attitude.INDIFFERENT);

    private final MultiValueMap<String, String> fields;

    SurveyFields(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static SurveyFields empty() {
        return new SurveyFields(new LinkedMultiValueMap<>());
    }

    /** What the household has said last. */
    static SurveyFields of(HouseholdAnswer answer) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Attitude attitude = answer.attitude();
        if (attitude == null) return new SurveyFields(fields);
        fields.add("attitude", attitude.name());
        fields.add("tenant", String.valueOf(answer.tenant()));
        if (answer.respondent() != null) fields.add("respondent", answer.respondent());
        if (answer.willPay() != null) fields.add("willPay", String.valueOf(answer.willPay()));
        if (answer.elevatorWish() != null) fields.add("elevatorWish", String.valueOf(answer.elevatorWish()));
        if (answer.chargingWish() != null) fields.add("chargingWish", String.valueOf(answer.chargingWish()));
        answer.needs().forEach(need -> fields.add("needs", need.name()));
        return new SurveyFields(fields);
    }

    public String text(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    NewVisit visit(long unitId, LocalDate today) {
        Attitude attitude = ATTITUDES.stream()
                .filter(each -> each.name().equals(text("attitude")))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("publicsite.noAttitude", "attitude", "【改造意愿】请选择支持、不支持或无所谓"));
        Set<Category> needs = Arrays.stream(Category.values())
                .filter(need -> has("needs", need.name()))
                .collect(Collectors.toSet());
        return new NewVisit(
                unitId,
                today,
                VisitChannel.PAGE,
                attitude,
                text("respondent"),
                has("tenant", "true"),
                flag("willPay"),
                flag("elevatorWish"),
                flag("chargingWish"),
                needs,
                text("remark"));
    }

    private @Nullable Boolean flag(String field) {
        return switch (text(field)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
