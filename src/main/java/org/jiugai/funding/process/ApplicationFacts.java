package org.jiugai.funding.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.funding.FundingManagement;
import org.jiugai.funding.FundingTranche;
import org.jiugai.funding.PaymentManagement;
import org.jiugai.funding.PaymentView;
import org.springframework.stereotype.Component;

/** What the contractor sees when applying: the schedule, what is due now, what earlier steps said. */
@Component
class ApplicationFacts implements TaskFacts {
    private final FundingManagement funding;
    private final PaymentManagement payments;

    ApplicationFacts(FundingManagement funding, PaymentManagement payments) {
        this.funding = funding;
        this.payments = payments;
    }

    @Override
    public String form() {
        return "apply-payment";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        PaymentView view = payments.view(PaymentProcess.TRANCHE_ID.get(task));
        FundingTranche tranche = view.tranche();
        return Sheet.of(
                        FundingTables.schedule(funding.ledger(Step.CASE_ID.get(task))),
                        new Table("审核记录", ApprovalFacts.APPROVAL_COLUMNS, view.approvals()))
                .withValue("milestone", tranche.code())
                .withValue("due", tranche.due().yuan())
                .withValue("applied", tranche.due().yuan())
                .withOptions("milestones", List.of(new Option(tranche.code(), tranche.code() + " " + tranche.name())));
    }
}
