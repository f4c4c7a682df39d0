package org.jiugai.chronicle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the decision tables answered in a case, and by which of their rules. */
@Component
class MadeDecisions {
    private final HistoryService history;
    private final RepositoryService repository;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    MadeDecisions(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /**
     * One evaluation.
     *
     * @param version of the table that answered
     * @param rules that hit
     */
    record Decision(
            Instant at,
            String decision,
            String name,
            int version,
            String run,
            @Nullable String visit,
            List<Entry> inputs,
            List<Hit> rules) {}

    record Entry(String name, String value) {}

    /**
     * @param clause what the table says about the rule: document, clause, date
     */
    record Hit(int no, String clause, List<Entry> outputs) {}

    /** A table as it was deployed: the description of each rule, and its place. */
    private record Table(String name, int version, List<String> rules, Map<String, String> clauses) {}

    List<Decision> of(String run) {
        return history
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(run)
                .includeInputs()
                .includeOutputs()
                .disableCustomObjectDeserialization()
                .orderByEvaluationTime()
                .asc()
                .list()
                .stream()
                .map(this::decision)
                .toList();
    }

    private Decision decision(HistoricDecisionInstance made) {
        Table table = tables.computeIfAbsent(made.getDecisionDefinitionId(), this::table);
        String key = made.getDecisionDefinitionKey();
        return new Decision(
                made.getEvaluationTime().toInstant(),
                key,
                table.name(),
                table.version(),
                made.getProcessInstanceId(),
                made.getActivityInstanceId(),
                made.getInputs().stream().map(input -> entry(key, input)).toList(),
                made.getOutputs().stream()
                        .collect(Collectors.groupingBy(
                                output -> Objects.requireNonNullElse(output.getRuleId(), ""),
                                java.util.LinkedHashMap::new,
                                Collectors.mapping(output -> entry(key, output), Collectors.toList())))
                        .entrySet()
                        .stream()
                        .map(rule -> new Hit(
                                table.rules().indexOf(rule.getKey()) + 1,
                                table.clauses().getOrDefault(rule.getKey(), ""),
                                rule.getValue()))
                        .toList());
    }

    private static Entry entry(String decision, HistoricDecisionInputInstance input) {
        String value = DecisionWords.of(decision, Shown.of(input.getTypedValue()));
        return new Entry(Objects.requireNonNullElse(input.getClauseName(), ""), value);
    }

    private static Entry entry(String decision, HistoricDecisionOutputInstance output) {
        String value = DecisionWords.of(decision, Shown.of(output.getTypedValue()));
        String name = Optional.ofNullable(output.getClauseName()).orElse(output.getVariableName());
        return new Entry(Objects.requireNonNullElse(name, ""), value);
    }

    private Table table(String definitionId) {
        DecisionDefinition definition = repository.getDecisionDefinition(definitionId);
        List<Rule> rules =
                repository.getDmnModelInstance(definitionId).getModelElementsByType(DecisionTable.class).stream()
                        .filter(table ->
                                ((DmnElement) table.getParentElement()).getId().equals(definition.getKey()))
                        .flatMap(table -> table.getRules().stream())
                        .toList();
        return new Table(
                Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                definition.getVersion(),
                rules.stream().map(Rule::getId).toList(),
                rules.stream()
                        .filter(rule -> rule.getDescription() != null)
                        .collect(Collectors.toMap(
                                Rule::getId,
                                rule -> rule.getDescription().getTextContent().strip())));
    }
}
