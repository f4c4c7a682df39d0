package org.jiugai.acceptance;

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

/** 组织竣工验收 (book task 52); the attempt is counted, the outcome decided by {@code acceptance-outcome}. */
public record FinalAcceptance(
        @Label("通知质监日期") @NotNull LocalDate notifyDate,
        @Label("验收日期") @NotNull LocalDate acceptanceDate,
        @Label("各方结论") @NotEmpty @Valid List<PartyResult> partyResults,
        @Label("居民代表人数") @NotNull @Min(0) Integer residentReps,
        @Label("法定条件") List<Condition> conditions16,
        @Label("整改清单") @Valid List<Issue> rectifyList,
        @Label("竣工验收报告") @NotEmpty List<UUID> acceptanceReport,
        @Label("管网检测报告") List<UUID> pipeTestReport,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public FinalAcceptance {
        conditions16 = conditions16 == null ? List.of() : conditions16;
        rectifyList = rectifyList == null ? List.of() : rectifyList;
        pipeTestReport = pipeTestReport == null ? List.of() : pipeTestReport;
    }

    /** What one party of the policy's list says, with the name of who signs. */
    public record PartyResult(
            @Label("参加单位") @NotBlank @Size(max = 60) String role,
            @Label("结论") @NotNull Result result,
            @Label("签字人") @NotBlank @Size(max = 40) String signatory) {}

    /** 合格, 不合格. */
    public enum Result {
        PASS,
        FAIL
    }

    /** The five conditions of 建设工程质量管理条例第16条. */
    public enum Condition {
        WORKS_COMPLETE,
        RECORDS,
        MATERIAL_TESTS,
        QUALITY_REPORTS,
        WARRANTY_LETTER
    }
}
