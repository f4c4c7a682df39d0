package org.jiugai.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** Form {@code file-plan}: the city office files the approved plan (S0-83). */
public record FilingForm(
        @Label("备案编号") @NotBlank @Size(max = 40) String filingNo,
        @Label("备案日期") @Nullable LocalDate filingDate,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment,
        @Label("备案回执") List<UUID> attachments) {
    public FilingForm {
        attachments = Objects.requireNonNullElse(attachments, List.of());
    }
}
