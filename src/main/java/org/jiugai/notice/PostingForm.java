package org.jiugai.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.worktime.DayType;
import org.jspecify.annotations.Nullable;

/** 发布公示 (book 5.5, task 12). */
public record PostingForm(
        @Label("公示类型") @NotNull NoticeStage noticeType,
        @Label("起始日") @NotNull LocalDate startDate,
        @Label("公示天数") @NotNull @Min(1) @Max(365) Integer days,
        @Label("计日方式") @NotNull DayType dayType,
        @Label("张贴照片") List<UUID> photos,
        @Label("各单元门张贴照片") @Valid List<DoorPhotos> doors,
        @Label("异议受理方式") @NotBlank @Size(max = 200) String contact,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public PostingForm {
        photos = Objects.requireNonNullElse(photos, List.of());
        doors = Objects.requireNonNullElse(doors, List.of());
    }
}
