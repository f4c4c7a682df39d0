package org.jiugai.funding.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.funding.FundingManagement;
import org.jiugai.funding.Ledger;
import org.jiugai.funding.Ledger.TrancheLine;
import org.springframework.stereotype.Component;

/** What the release of the retention pays: gross, deductions, net (task 60). */
@Component
class RetentionFacts implements TaskFacts {
    private final FundingManagement funding;

    RetentionFacts(FundingManagement funding) {
        this.funding = funding;
    }

    @Override
    public String form() {
        return "release-retention";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        Ledger ledger = funding.ledger(Step.CASE_ID.get(task));
        Sheet sheet = Sheet.of(FundingTables.schedule(ledger), FundingTables.postings(ledger));
        return ledger.retention().map(t -> with(sheet, t)).orElse(sheet);
    }

    private static Sheet with(Sheet sheet, TrancheLine retention) {
        Table table = new Table(
                "质保金",
                List.of("应退质保金(元)", "扣减(元)", "实退金额(元)"),
                List.of(List.of(
                        retention.due().shown(),
                        retention.deducted().shown(),
                        retention.net().shown())));
        List<Table> tables = new java.util.ArrayList<>(sheet.facts());
        tables.add(table);
        return new Sheet(List.copyOf(tables), sheet.values(), sheet.options())
                .withValue("gross", retention.due().yuan())
                .withValue("deducted", retention.deducted().yuan())
                .withValue("net", retention.net().yuan());
    }
}
