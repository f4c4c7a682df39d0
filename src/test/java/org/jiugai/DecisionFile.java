package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;

/** A shipped decision table without the rest of the application; remembers which of its rules were hit. */
public final class DecisionFile {
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> hit = new TreeSet<>();

    /** @param path room and decision, e.g. {@code tender/must-tender} */
    public DecisionFile(String path) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener remember =
                event -> event.getMatchingRules().forEach(rule -> hit.add(rule.getId()));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(remember));
        engine = configuration.buildEngine();
        try (InputStream file = DecisionFile.class.getResourceAsStream("/bpmn/" + path + ".dmn")) {
            decision = engine.parseDecision(path.substring(path.indexOf('/') + 1), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Map<String, Object>> all(Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(decision, inputs).getResultList();
    }

    public Map<String, Object> single(Map<String, Object> inputs) {
        List<Map<String, Object>> results = all(inputs);
        assertThat(results).as("results for %s", inputs).hasSize(1);
        return results.get(0);
    }

    /** Fails with the descriptions of the rules that no evaluation of this object hit. */
    public void assertEveryRuleWasHit() {
        Map<String, String> missed = new LinkedHashMap<>();
        ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules().forEach(rule -> {
            if (!hit.contains(rule.getId())) missed.put(rule.getId(), String.valueOf(rule.getName()));
        });
        assertThat(missed).as("rules of %s that no test hit", decision.getKey()).isEmpty();
    }
}
