package org.jiugai.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    @Test
    void whoReportsAppliesDesignsOrMendsIsKeptFromWhoVerifiesApprovesReviewsOrCloses() {
        assertThat(kept("userTask_progressReport", "userTask_verifyProgress")).isTrue();
        assertThat(kept("userTask_applyPayment", "userTask_approveBySupervisor"))
                .isTrue();
        assertThat(kept("userTask_applyProject", "userTask_libraryReview")).isTrue();
        assertThat(kept("userTask_draftPlan", "userTask_giveOpinion")).isTrue();
        assertThat(kept("userTask_repairDefect", "userTask_confirmRepair")).isTrue();
        assertThat(kept("userTask_rectifyFinal", "userTask_finalAcceptance")).isTrue();
        assertThat(kept("userTask_checkRetention", "userTask_releaseRetention")).isTrue();
        assertThat(kept("userTask_concludeReview", "userTask_approvePlan")).isTrue();
    }

    private boolean kept(String earlier, String later) {
        return rules.before(later).stream().anyMatch(rule -> rule.earlier().contains(earlier));
    }

    private static Stream<String> userTasks(Path model) {
        try {
            return USER_TASK.matcher(Files.readString(model)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
