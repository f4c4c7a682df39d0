package org.jiugai.works;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 质量安全监督登记 (book task 34). */
public record SupervisionRegistration(
        @Label("登记编号") @NotBlank @Size(max = 40) String regNo,
        @Label("五方责任人") @NotEmpty @Valid List<Responsible> responsiblePersons,
        @Label("监督计划") @NotEmpty List<UUID> plan,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** The person whom one of the five parties names as responsible. */
    public record Responsible(
            @Label("责任主体") @NotNull Party party,
            @Label("姓名") @NotBlank @Size(max = 40) String name,
            @Label("资格证书编号") @NotBlank @Size(max = 60) String qualificationNo) {}

    /** 五方责任主体. */
    public enum Party {
        EMPLOYER,
        SURVEYOR,
        DESIGNER,
        CONTRACTOR,
        SUPERVISOR
    }
}
