package org.jiugai.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/**
 * 开展入户调查 (book 5.5, task 7): one row for each building; also the re-check (复核) of the figures with which the case was opened.
 *
 * @param differenceReason why buildings or households differ from the case's; the surveyed figures then replace them
 */
public record HouseholdSurveyForm(
        @Label("调查完成日期") @NotNull LocalDate surveyedOn,
        @Label("入户情况") @NotEmpty @Valid List<Building> buildings,
        @Label("差异说明") @Size(max = 1000) @Nullable String differenceReason,
        @Label("签字影像") @NotEmpty List<UUID> signatures,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public HouseholdSurveyForm {
        differenceReason = differenceReason == null || differenceReason.isBlank() ? null : differenceReason.strip();
    }

    /**
     * @param notReached households that nobody met in three visits
     */
    public record Building(
            @Label("小区") @NotNull Long communityId,
            @Label("楼栋") @NotBlank @Size(max = 30) String building,
            @Label("户数") @NotNull @Min(1) Integer households,
            @Label("已调查户数") @NotNull @Min(0) Integer surveyed,
            @Label("支持户数") @NotNull @Min(0) Integer supporting,
            @Label("未联系上户数") @NotNull @Min(0) Integer notReached) {}
}
