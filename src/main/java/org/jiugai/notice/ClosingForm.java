package org.jiugai.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 结束公示: without a photo from the end of the period a notice cannot be closed (book 2.2). */
public record ClosingForm(
        @Label("结束日期") @NotNull LocalDate closedOn,
        @Label("期满照片") List<UUID> endPhotos,
        @Label("各单元门期满照片") @Valid List<DoorPhotos> endDoors,
        @Label("收到异议件数") @NotNull @Min(0) Integer objectionCount,
        @Label("异议") @Valid List<Objection> objections,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public ClosingForm {
        endPhotos = Objects.requireNonNullElse(endPhotos, List.of());
        endDoors = Objects.requireNonNullElse(endDoors, List.of());
        objections = Objects.requireNonNullElse(objections, List.of());
    }

    /** The same with what came in over the public page, so that nobody has to copy it and nobody can leave it out. */
    ClosingForm with(List<Objection> online) {
        List<Objection> all = new ArrayList<>(online);
        all.addAll(objections);
        return new ClosingForm(closedOn, endPhotos, endDoors, objectionCount + online.size(), all, comment);
    }

    /** One objection as received; the objector may stay anonymous. */
    public record Objection(
            @Label("异议人") @Size(max = 60) @Nullable String objector,
            @Label("是否匿名") @NotNull Boolean anonymous,
            @Label("异议内容") @NotBlank @Size(max = 2000) String content) {}
}
