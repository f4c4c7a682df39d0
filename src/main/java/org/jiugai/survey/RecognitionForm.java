package org.jiugai.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 认定违法建设 (book 5.5, task 10): one row for each structure on the list. */
public record RecognitionForm(
        @Label("认定结论") @NotEmpty @Valid List<Row> recognitions,
        @Label("认定意见") List<UUID> documents,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public RecognitionForm {
        documents = Objects.requireNonNullElse(documents, List.of());
    }

    public record Row(
            @Label("违建编号") @NotNull Long structureId,
            @Label("认定结论") @NotNull Recognition recognition,
            @Label("依据") @Size(max = 200) @Nullable String legalGround) {
        public Row {
            legalGround = legalGround == null || legalGround.isBlank() ? null : legalGround.strip();
        }
    }
}
