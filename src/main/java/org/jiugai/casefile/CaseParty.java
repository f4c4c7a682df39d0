package org.jiugai.casefile;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A party of a case: the office that holds a role for it. */
public record CaseParty(String role, String office, @Nullable String officeName, Instant assignedAt) {
    private static final Map<String, String> LABELS = Map.of(
            "employer", "建设单位",
            "designer", "设计单位",
            "contractor", "施工单位",
            "supervisor", "监理单位",
            "tender-agent", "招标代理机构",
            "cost-consultant", "造价咨询单位",
            "test-lab", "检测机构");

    /** The role's Chinese name. */
    public String label() {
        return LABELS.getOrDefault(role, role);
    }
}
