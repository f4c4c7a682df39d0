package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;

/** Whoever reads a decision reads words. */
class DecisionWordsTest {
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9_]*)\"");

    private record Code(String decision, String code) {}

    @Test
    void everyCodeOfTheShippedTablesHasAWord() throws IOException {
        List<Code> codes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dmn")).toList()) {
                Dmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(Decision.class)
                        .forEach(decision -> codes.addAll(codes(decision)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(codes).allSatisfy(c -> assertThat(DecisionWords.of(c.decision(), c.code()))
                .as("%s", c)
                .matches("\\p{IsHan}.*"));
    }

    @Test
    void otherValuesStayAsTheyAre() {
        assertThat(DecisionWords.of("review-outcome", "PASSED")).isEqualTo("通过");
        assertThat(DecisionWords.of("review-outcome", "16号令第5条")).isEqualTo("16号令第5条");
        assertThat(DecisionWords.of("someone-elses-table", "PASSED")).isEqualTo("PASSED");
    }

    private static List<Code> codes(Decision decision) {
        return decision.getModelInstance().getModelElementsByType(Rule.class).stream()
                .flatMap(rule -> Stream.concat(
                        rule.getInputEntries().stream().map(entry -> entry.getText()),
                        rule.getOutputEntries().stream().map(entry -> entry.getText())))
                .map(Text::getTextContent)
                .flatMap(text -> CODE.matcher(text).results())
                .map(found -> new Code(decision.getId(), found.group(1)))
                .distinct()
                .toList();
    }
}
