package org.jiugai.review;

import java.util.List;
import java.util.Map;
import org.jiugai.casefile.CaseManagement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a case as its reviewers read it. */
@Service
@Transactional(readOnly = true)
public class PlanSheet {
    public static final List<String> COLUMNS =
            List.of("小区", "户数", "楼栋", "建筑面积(m²)", "方案版本", "投资估算(元)", "居民出资(元)", "涉及主体结构", "涉及共有部分");
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

    /** What the plan versions tell of a revision since a round, by the names of the form's fields. */
    public Map<String, Boolean> changesSince(long caseId, long roundId) {
        PlanUnderReview.Comparison found = plan.since(caseId, roundId);
        return Map.of(
                "mandatoryClassChanged", found.mandatoryClassChanged(),
                "structureOrFire", found.structure(),
                "commonPartChanged", found.commonPart(),
                "contributionChanged", found.contribution());
    }

    /** Estimate of all communities together, in yuan. */
    public String estimate(long caseId) {
        return plan.of(caseId).estimate().yuan();
    }
}
