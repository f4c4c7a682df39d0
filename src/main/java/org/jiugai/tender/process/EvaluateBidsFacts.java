package org.jiugai.tender.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.tender.TenderProcedure;
import org.jiugai.tender.TenderView;
import org.springframework.stereotype.Component;

/** Task 31 shows who bid. */
@Component
class EvaluateBidsFacts implements TaskFacts {
    private final TenderProcedure procedure;

    EvaluateBidsFacts(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public String form() {
        return "evaluate-bids";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        TenderView view = procedure.view(TenderProcess.PACKAGE_ID.get(task));
        return TenderTables.propose(
                Sheet.of(TenderTables.lot(view), TenderTables.bids(view)), view, "reportDate", "ceilingPrice");
    }
}
