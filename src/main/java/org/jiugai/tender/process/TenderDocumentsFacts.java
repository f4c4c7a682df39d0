package org.jiugai.tender.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.tender.TenderProcedure;
import org.jiugai.tender.TenderView;
import org.springframework.stereotype.Component;

/** Task 29 shows the package, the cases it serves and what became of earlier rounds. */
@Component
class TenderDocumentsFacts implements TaskFacts {
    private final TenderProcedure procedure;

    TenderDocumentsFacts(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public String form() {
        return "tender-documents";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        TenderView view = procedure.view(TenderProcess.PACKAGE_ID.get(task));
        return TenderTables.propose(
                Sheet.of(TenderTables.lot(view), TenderTables.parts(view), TenderTables.rounds(view)),
                view,
                "saleStart",
                "saleEnd",
                "bidDeadline",
                "ceilingPrice");
    }
}
