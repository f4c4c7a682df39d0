package org.jiugai.formalities;

import jakarta.validation.Valid;
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

/** Task 26: where the money comes from and on which special account it lies. */
public record FundsForm(
        @Label("专户账号") @NotNull @Pattern(regexp = "\\d{6,30}", message = "应为6至30位数字") String accountNo,
        @Label("资金来源") @NotEmpty @Valid List<FundSource> sources,
        @Label("资金落实") @NotNull Boolean secured,
        @Label("居民出资方案") @Size(max = 300) @Nullable String residentPlan,
        @Label("落实日期") @NotNull LocalDate securedOn,
        @Label("资金证明文件") @Nullable List<UUID> fundsDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** One source: what it owes and what has come in. */
    public record FundSource(
            @Label("来源") @NotNull Source source,
            @Label("应到位") @NotNull Money due,
            @Label("已到位") @NotNull Money received,
            @Label("到位日期") @Nullable LocalDate receivedOn) {}

    public enum Source {
        CENTRAL("中央补助"),
        PROVINCE("省级财政"),
        CITY("市级财政"),
        COUNTY("县区财政"),
        BOND("专项债券"),
        RESIDENTS("居民出资"),
        UTILITIES("管线单位"),
        OTHER("其他");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
