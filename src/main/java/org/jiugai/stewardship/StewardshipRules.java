package org.jiugai.stewardship;

import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.Faults;

/** What a choice of management must satisfy beyond each field for itself. */
final class StewardshipRules {
    private StewardshipRules() {}

    /**
     * @param allowed names of the modes that the policy knows
     */
    static void check(ManagementModeForm form, List<String> allowed, LocalDate today) {
        ManagementMode mode = form.mode();
        new Faults()
                .require(allowed.contains(mode.name()), "mode", "【管理模式】本案政策没有“" + mode.label() + "”")
                .require(
                        !mode.contracted() || form.contractDate() != null,
                        "contractDate",
                        "【合同日期】" + mode.label() + "的必填")
                .require(
                        form.contractDate() == null || !form.contractDate().isAfter(today),
                        "contractDate",
                        "【合同日期】不能晚于今天")
                .require(!mode.charged() || form.fee() != null, "fee", "【收费标准】" + mode.label() + "的必填")
                .require(form.fee() == null || !form.fee().isNegative(), "fee", "【收费标准】不能为负数")
                .require(
                        mode != ManagementMode.PROPERTY_COMPANY
                                || !form.voteDocs().isEmpty(),
                        "voteDocs",
                        "【业主共同决定】选聘物业企业须上传业主共同决定的结果（民法典第278条第一款第四项）")
                .refuse("stewardship.modeRefused");
    }
}
