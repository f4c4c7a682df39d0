package org.jiugai.review.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.review.ApprovalManagement;
import org.springframework.stereotype.Component;

/** What the form {@code file-plan} shows. */
@Component
class FilingFacts implements TaskFacts {
    private final ApprovalManagement approvals;
    private final ReviewTables tables;

    FilingFacts(ApprovalManagement approvals, ReviewTables tables) {
        this.approvals = approvals;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "file-plan";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        return Sheet.of(
                tables.plan(caseId),
                new Table(
                        "方案批复",
                        List.of("批复文号", "批准投资(元)", "有效期至", "附加条件"),
                        approvals.approval(caseId).stream()
                                .map(a -> List.of(
                                        ReviewTables.text(a.approvalNo()),
                                        a.approvedInvestment().shown(),
                                        ReviewTables.text(a.validUntil()),
                                        ReviewTables.text(a.specialConditions())))
                                .toList()));
    }
}
