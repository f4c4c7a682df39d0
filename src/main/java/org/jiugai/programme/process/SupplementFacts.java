package org.jiugai.programme.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.ApplicationForm;
import org.jiugai.programme.LibraryReview;
import org.springframework.stereotype.Component;

/** For the completion: what is missing, and the application as it was entered. */
@Component
class SupplementFacts implements TaskFacts {
    private final AdmissionManagement admission;

    SupplementFacts(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public String form() {
        return "complete-library-application";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long id = AdmissionProcess.APPLICATION_ID.get(task);
        LibraryReview review = admission.reviewOf(id).orElseThrow();
        ApplicationForm entry = admission.entry(id).orElseThrow();
        Sheet sheet = Sheet.of(new Table(
                        "一次告知的补正内容", List.of("内容"), List.of(List.of(Objects.requireNonNullElse(review.missing(), "")))))
                .withValue("projectName", entry.projectName())
                .withValue("communities", entry.communities())
                .withValue("households", entry.households())
                .withValue("buildings", entry.buildings())
                .withValue("floorArea", entry.floorArea())
                .withValue("estimatedInvestment", entry.estimatedInvestment())
                .withValue("fundSources", entry.fundSources())
                .withValue("problemCategories", entry.problemCategories())
                .withValue("surveyedHouseholds", entry.surveyedHouseholds())
                .withValue("supportingHouseholds", entry.supportingHouseholds())
                .withValue("fitForTotalRebuild", entry.fitForTotalRebuild());
        if (entry.demolitionPlannedWithinYears() != null) {
            sheet = sheet.withValue("demolitionPlannedWithinYears", entry.demolitionPlannedWithinYears());
        }
        return entry.lastRenovatedYear() == null
                ? sheet
                : sheet.withValue("lastRenovatedYear", entry.lastRenovatedYear());
    }
}
