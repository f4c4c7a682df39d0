package org.jiugai.review;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a case as its reviewers read it. */
@Service
@Transactional(readOnly = true)
public class PlanSheet {
    public static final List<String> COLUMNS = List.of("小区", "户数", "楼栋", "建筑面积(m²)", "方案版本", "投资估算(元)", "涉及主体结构", "涉及共有部分");
    private final CaseManagement cases;
    private final PlanUnderReview plan;

    PlanSheet(CaseManagement cases, PlanUnderReview plan) {
        this.cases = cases;
        this.plan = plan;
    }

    /** One row for each community of the case. */
    public List<List<String>> rows(long caseId) {
        return cases.communities(caseId).stream().map(plan::row).toList();
    }

    /** Estimate of all communities together, in yuan. */
    public String estimate(long caseId) {
        return plan.of(caseId).estimate().yuan();
    }
}
