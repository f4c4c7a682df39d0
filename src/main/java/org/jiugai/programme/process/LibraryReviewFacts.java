package org.jiugai.programme.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.ApplicationForm;
import org.jiugai.programme.ProjectApplication;
import org.springframework.stereotype.Component;

/** For the review: the application, its eligibility, and the decisions that are still open (补正 only once). */
@Component
class LibraryReviewFacts implements TaskFacts {
    private final AdmissionManagement admission;

    LibraryReviewFacts(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public String form() {
        return "library-review";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long id = AdmissionProcess.APPLICATION_ID.get(task);
        ProjectApplication application = admission.get(id);
        ApplicationForm entry = admission.entry(id).orElseThrow();
        List<Option> decisions = new ArrayList<>(List.of(new Option("ADMIT", "拟入库")));
        if (!admission.wasSupplemented(id)) decisions.add(new Option("SUPPLEMENT", "补正"));
        decisions.add(new Option("REJECT", "不予入库"));
        return Sheet.of(
                        ApplicationTables.summary(application, entry),
                        ApplicationTables.communities(entry),
                        ApplicationTables.funds(entry),
                        ApplicationTables.criteria(admission.criteria(id)))
                .withOptions("decisions", decisions)
                .withValue("proposedYear", application.year());
    }
}
