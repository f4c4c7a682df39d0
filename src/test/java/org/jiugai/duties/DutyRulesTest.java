package org.jiugai.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyRulesTest {
    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");
    private final DutyRules rules = new DutyRules();

    @Test
    void everyStepThatIsKeptApartIsATaskOfAModel() throws IOException {
        Set<String> tasks;
        try (Stream<Path> models = Files.walk(Path.of("bpmn"))) {
            tasks = models.filter(p -> p.toString().endsWith(".bpmn"))
                    .flatMap(DutyRulesTest::userTasks)
                    .collect(Collectors.toSet());
        }
        tasks.addAll(List.of(
                "ballot.enterPaper",
                "ballot.confirmPaper",
                "publicsite.propose",
                "publicsite.release",
                "ballot.askUnsealing",
                "ballot.approveUnsealing")); // done on pages: PaperDuties
        for (DutyRule rule : rules.all()) {
            assertThat(tasks).as(rule.id()).containsAll(rule.earlier()).containsAll(rule.later());
        }
    }

    @Test
    void everyRuleSaysWhyAndHasANameOfItsOwn() {
        assertThat(rules.all()).extracting(DutyRule::id).doesNotHaveDuplicates();
        assertThat(rules.all()).allSatisfy(rule -> {
            assertThat(rule.reason()).isNotBlank();
            assertThat(rule.basis()).isNotBlank();
            assertThat(rule.earlier()).isNotEmpty();
            assertThat(rule.later()).isNotEmpty();
            assertThat(rule.later())
                    .allSatisfy(step -> assertThat(rule.earlierThan(step)).isNotEmpty());
        });
    }

    /** The pairs that may not be lost from the data. */
    @ParameterizedTest
    @CsvSource({
        "progressReport, verifyProgress, PERSON, INSTANCE",
        "progressReport, confirmProgress, PERSON, INSTANCE",
        "verifyProgress, confirmProgress, PERSON, INSTANCE",
        "applyPayment, approveBySupervisor, PERSON, INSTANCE",
        "applyPayment, approveByEmployer, PERSON, INSTANCE",
        "approveBySupervisor, approveByEmployer, PERSON, INSTANCE",
        "approveByEmployer, approveByHousing, PERSON, INSTANCE",
        "approveByEmployer, approveByFinance, PERSON, INSTANCE",
        "approveByHousing, approveByFinance, PERSON, INSTANCE",
        "checkRetention, releaseRetention, PERSON, INSTANCE",
        "submitSettlement, reviewSettlement, PERSON, INSTANCE",
        "applyProject, libraryReview, PERSON, INSTANCE",
        "applyProject, overrideAdmission, PERSON, INSTANCE",
        "completeLibraryApplication, libraryReview, PERSON, INSTANCE",
        "completeLibraryApplication, overrideAdmission, PERSON, INSTANCE",
        "libraryReview, overrideAdmission, PERSON, INSTANCE",
        "concludeReview, approvePlan, PERSON, CASE",
        "draftPlan, giveOpinion, OFFICE, CASE",
        "draftPlan, giveOwnOpinion, OFFICE, CASE",
        "draftPlan, reviewAsExperts, OFFICE, CASE",
        "draftPlan, concludeReview, OFFICE, CASE",
        "draftPlan, approvePlan, OFFICE, CASE",
        "evaluateBids, award, PERSON, INSTANCE",
        "rectifyFinal, finalAcceptance, PERSON, INSTANCE",
        "rectifyJoint, jointOpinion, PERSON, INSTANCE",
        "rectifyProject, comprehensiveAcceptance, PERSON, INSTANCE",
        "repairDefect, confirmRepair, PERSON, INSTANCE"
    })
    void whoReportsAppliesDesignsOrMendsIsKeptFromWhoVerifiesApprovesReviewsOrCloses(
            String earlier, String later, DutyRule.Keep keep, DutyRule.Within within) {
        assertThat(rules.before("userTask_" + later))
                .anyMatch(rule -> rule.earlierThan("userTask_" + later).contains("userTask_" + earlier)
                        && rule.keep() == keep
                        && rule.within() == within);
    }

    private static Stream<String> userTasks(Path model) {
        try {
            return USER_TASK.matcher(Files.readString(model)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
