package org.jiugai.chronicle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jiugai.casefile.RenovationCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine keeps of a case, whole, for a room that has made sure that it may be read: decisions, operations, and the models as they were. */
@Service
@Transactional(readOnly = true)
public class CaseDossier {
    private final CaseRuns runs;
    private final MadeDecisions decisions;
    private final Operations operations;
    private final RepositoryService repository;

    CaseDossier(CaseRuns runs, MadeDecisions decisions, Operations operations, RepositoryService repository) {
        this.runs = runs;
        this.decisions = decisions;
        this.operations = operations;
        this.repository = repository;
    }

    /**
     * A rule of a decision table that hit.
     *
     * @param process in which the table was asked
     * @param rule its number in the table; 0 when none hit
     * @param clause what the rule is founded on
     */
    public record Verdict(
            Instant at,
            String decision,
            String name,
            int version,
            String process,
            String inputs,
            int rule,
            String outputs,
            String clause) {}

    /** What somebody did in the engine. */
    public record Deed(
            Instant at,
            @Nullable String who,
            String what,
            String code,
            String process,
            @Nullable String property,
            @Nullable String from,
            @Nullable String to,
            String remark) {}

    /**
     * A model by which the case was handled.
     *
     * @param xml as it was deployed
     */
    @SuppressWarnings("ArrayRecordComponent") // written out, never compared
    public record Model(String id, String name, int version, byte[] xml) {}

    /** In the order in which they were made. */
    public List<Verdict> decisions(RenovationCase file) {
        return runs.instances(file.caseNo()).stream()
                .flatMap(run -> decisions.of(run.getId()).stream().flatMap(made -> verdicts(run, made).stream()))
                .sorted(Comparator.comparing(Verdict::at))
                .toList();
    }

    private static List<Verdict> verdicts(HistoricProcessInstance run, MadeDecisions.Decision made) {
        String inputs = words(made.inputs());
        if (made.rules().isEmpty()) return List.of(verdict(run, made, inputs, 0, "", ""));
        return made.rules().stream()
                .map(hit -> verdict(run, made, inputs, hit.no(), words(hit.outputs()), hit.clause()))
                .toList();
    }

    private static Verdict verdict(
            HistoricProcessInstance run,
            MadeDecisions.Decision made,
            String inputs,
            int rule,
            String outputs,
            String clause) {
        return new Verdict(
                made.at(), made.decision(), made.name(), made.version(), name(run), inputs, rule, outputs, clause);
    }

    private static String words(List<MadeDecisions.Entry> entries) {
        return entries.stream().map(entry -> entry.name() + "：" + entry.value()).collect(Collectors.joining("；"));
    }

    /** In the order in which they were done. */
    public List<Deed> operations(RenovationCase file) {
        return runs.instances(file.caseNo()).stream()
                .flatMap(run -> operations.ofRun(run.getId()).stream().map(done -> deed(run, done)))
                .sorted(Comparator.comparing(Deed::at))
                .toList();
    }

    private static Deed deed(HistoricProcessInstance run, Operations.Operation done) {
        return new Deed(
                done.at(),
                done.who(),
                done.what(),
                done.code(),
                name(run),
                done.property(),
                done.from(),
                done.to(),
                done.remark());
    }

    private static String name(HistoricProcessInstance run) {
        return Objects.requireNonNullElse(run.getProcessDefinitionName(), run.getProcessDefinitionKey());
    }

    /** The processes in exactly the versions that ran, each once. */
    public List<Model> processes(RenovationCase file) {
        return runs.instances(file.caseNo()).stream()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .distinct()
                .map(repository::getProcessDefinition)
                .sorted(Comparator.comparing(ProcessDefinition::getKey).thenComparing(ProcessDefinition::getVersion))
                .map(definition -> new Model(
                        definition.getKey(),
                        Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                        definition.getVersion(),
                        read(repository.getProcessModel(definition.getId()))))
                .toList();
    }

    /** The decision tables in exactly the versions that were asked, each once. */
    public List<Model> tables(RenovationCase file) {
        Map<String, Model> tables = new TreeMap<>();
        decisions(file)
                .forEach(made -> tables.computeIfAbsent(
                        made.decision() + "/" + made.version(), key -> table(made.decision(), made.version())));
        return List.copyOf(tables.values());
    }

    private Model table(String decision, int version) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .decisionDefinitionVersion(version)
                .withoutTenantId()
                .singleResult();
        return new Model(
                decision,
                Objects.requireNonNullElse(definition.getName(), decision),
                version,
                read(repository.getDecisionModel(definition.getId())));
    }

    private static byte[] read(InputStream model) {
        try (model) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
