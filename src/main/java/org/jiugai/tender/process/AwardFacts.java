package org.jiugai.tender.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.tender.TenderProcedure;
import org.jiugai.tender.TenderView;
import org.springframework.stereotype.Component;

/** Task 32 offers the candidates that are still in the running. */
@Component
class AwardFacts implements TaskFacts {
    private final TenderProcedure procedure;

    AwardFacts(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public String form() {
        return "award";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        TenderView view = procedure.view(TenderProcess.PACKAGE_ID.get(task));
        Sheet sheet = Sheet.of(TenderTables.lot(view), TenderTables.candidates(view));
        return TenderTables.propose(sheet, view, "noticeStart", "noticeEnd", "awardDate", "awardPrice")
                .withOptions(
                        "candidates",
                        view.candidates().stream()
                                .map(c -> new Option(String.valueOf(c.rank()), c.rank() + " " + c.bidder()))
                                .toList());
    }
}
