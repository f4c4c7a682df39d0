package org.jiugai.tender;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 31: the committee's report. */
public record EvaluationForm(
        @Label("评标结论") @NotNull Decision decision,
        @Label("评委") @Valid List<Member> committee,
        @Label("候选人") @Valid List<Candidate> candidates,
        @Label("否决投标") @Valid List<Rejection> rejected,
        @Label("收到评标报告日") @NotNull LocalDate reportDate,
        @Label("评标报告") @NotEmpty List<UUID> reportDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    @SuppressWarnings("NullAway") // a hidden table does not arrive
    public EvaluationForm {
        committee = committee == null ? List.of() : committee;
        candidates = candidates == null ? List.of() : candidates;
        rejected = rejected == null ? List.of() : rejected;
    }

    public enum Decision {
        PROPOSED,
        ALL_REJECTED
    }

    public enum MemberKind {
        EXPERT,
        EMPLOYER
    }

    public record Member(@Label("姓名") @NotBlank @Size(max = 50) String name, @Label("类别") @NotNull MemberKind kind) {}

    public record Candidate(
            @Label("名次") @NotNull Integer rank,
            @Label("投标人") @NotBlank @Size(max = 100) String bidder,
            @Label("报价") @NotNull Money price,
            @Label("得分") @NotNull @Pattern(regexp = "\\d{1,3}(\\.\\d{1,2})?", message = "应为数字，最多两位小数") String score) {}

    public record Rejection(
            @Label("投标人") @NotBlank @Size(max = 100) String bidder,
            @Label("否决理由") @NotBlank @Size(max = 300) String reason) {}
}
