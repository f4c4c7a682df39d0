package org.jiugai.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 召开居民议事会 (book 5.5, task 14). */
public record CouncilForm(
        @Label("会议时间") @NotNull LocalDateTime meetingDate,
        @Label("应到人数") @NotNull @Min(1) Integer invited,
        @Label("参会人数") @NotNull @Min(0) Integer attendees,
        @Label("覆盖楼栋") @NotNull @Min(0) Integer buildingsRepresented,
        @Label("会议结论") @NotNull Decision decision,
        @Label("书面意见份数") @Min(0) @Nullable Integer writtenOpinions,
        @Label("书面意见") List<UUID> writtenOpinionDocs,
        @Label("意见汇总") @Valid List<Opinion> opinions,
        @Label("会议纪要") @NotEmpty List<UUID> minutes,
        @Label("签到表") @NotEmpty List<UUID> signSheet,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public CouncilForm {
        writtenOpinionDocs = Objects.requireNonNullElse(writtenOpinionDocs, List.of());
        opinions = Objects.requireNonNullElse(opinions, List.of());
    }

    int written() {
        return writtenOpinions == null ? 0 : writtenOpinions;
    }

    public record Opinion(
            @Label("意见") @NotBlank @Size(max = 1000) String opinion,
            @Label("采纳情况") @NotNull Adoption adoption,
            @Label("理由") @Size(max = 1000) @Nullable String reason) {}

    /** Conclusion of the meeting; without a quorum the first meeting is adjourned. */
    public enum Decision {
        AGREED("达成一致"),
        REVISE("需修改"),
        ADJOURNED("流会");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Adoption {
        ADOPTED("采纳"),
        PARTLY("部分采纳"),
        NOT_ADOPTED("不采纳");

        private final String label;

        Adoption(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
