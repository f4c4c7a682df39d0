package org.jiugai.picture;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as it is printed: a line for each rule with its conditions, its results and what it is founded on.
 *
 * @param hitPolicy as the model names it, e.g. {@code UNIQUE}
 * @param columns names of inputs, then outputs, then 依据
 */
public record RuleTable(String name, String hitPolicy, List<String> columns, List<List<String>> rules) {
    private static final String ANYTHING = "–";

    /**
     * The tables of a DMN model.
     *
     * @param dmn the model as XML; the caller closes it
     */
    public static List<RuleTable> of(InputStream dmn) {
        return Dmn.readModelFromStream(dmn).getModelElementsByType(DecisionTable.class).stream()
                .map(RuleTable::of)
                .toList();
    }

    private static RuleTable of(DecisionTable table) {
        String name = table.getParentElement() instanceof Decision decision ? text(decision.getName()) : "";
        List<String> columns = new ArrayList<>();
        for (Input input : table.getInputs()) columns.add(label(input.getLabel(), input));
        for (Output output : table.getOutputs()) columns.add(label(output.getLabel(), output));
        columns.add("依据");
        return new RuleTable(
                name,
                table.getHitPolicy().name(),
                columns,
                table.getRules().stream().map(RuleTable::line).toList());
    }

    private static List<String> line(Rule rule) {
        Stream<String> conditions = rule.getInputEntries().stream()
                .map(entry -> entry.getText() == null
                        ? ""
                        : entry.getText().getTextContent().strip());
        Stream<String> results = rule.getOutputEntries().stream()
                .map(entry -> entry.getText() == null
                        ? ""
                        : entry.getText().getTextContent().strip());
        String ground = rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
        return Stream.concat(
                        Stream.concat(conditions, results).map(text -> text.isEmpty() ? ANYTHING : text),
                        Stream.of(ground))
                .toList();
    }

    private static String label(@Nullable String label, DmnElement column) {
        return label == null || label.isBlank() ? text(column.getAttributeValue("name")) : label;
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }
}
