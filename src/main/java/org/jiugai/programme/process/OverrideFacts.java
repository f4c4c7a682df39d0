package org.jiugai.programme.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.ApplicationForm;
import org.jiugai.programme.LibraryReview;
import org.jiugai.programme.LibraryTier;
import org.springframework.stereotype.Component;

/** For the leading group: the application, the criteria as judged, and the reason given for an exception. */
@Component
class OverrideFacts implements TaskFacts {
    private final AdmissionManagement admission;

    OverrideFacts(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public String form() {
        return "override-admission";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long id = AdmissionProcess.APPLICATION_ID.get(task);
        LibraryReview review = admission.reviewOf(id).orElseThrow();
        ApplicationForm entry = admission.entry(id).orElseThrow();
        String tier = LibraryTier.valueOf(Objects.requireNonNullElse(review.tier(), "REJECT"))
                .label();
        return Sheet.of(
                new Table(
                        "旧改办意见",
                        List.of("拟列层级", "例外理由"),
                        List.of(List.of(tier, Objects.requireNonNullElse(review.overrideReason(), "")))),
                ApplicationTables.criteria(admission.judgedCriteria(id)),
                ApplicationTables.summary(admission.get(id), entry),
                ApplicationTables.communities(entry));
    }
}
