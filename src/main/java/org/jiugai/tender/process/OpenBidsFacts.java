package org.jiugai.tender.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.tender.TenderProcedure;
import org.jiugai.tender.TenderView;
import org.springframework.stereotype.Component;

/** Task 30 shows the package and the deadline of its round. */
@Component
class OpenBidsFacts implements TaskFacts {
    private final TenderProcedure procedure;

    OpenBidsFacts(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public String form() {
        return "open-bids";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        TenderView view = procedure.view(TenderProcess.PACKAGE_ID.get(task));
        return TenderTables.propose(
                Sheet.of(TenderTables.lot(view), TenderTables.rounds(view)), view, "openTime", "ceilingPrice");
    }
}
