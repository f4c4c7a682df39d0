package org.jiugai.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Evaluates decision tables: law and classification live there, with the clause beside each rule. Amounts are fen as {@code long}. */
@Component
public class Decisions {
    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The outputs of the one rule that hit (hit policy Unique or First). */
    public Map<String, Object> single(String decision, Map<String, Object> inputs) {
        List<Map<String, Object>> hits = all(decision, inputs);
        if (hits.size() != 1)
            throw new IllegalStateException(decision + " gave " + hits.size() + " results: " + inputs);
        return hits.get(0);
    }

    /** The outputs of every rule that hit (hit policy Collect or Rule order). */
    public List<Map<String, Object>> all(String decision, Map<String, Object> inputs) {
        DmnDecisionTableResult result = decisions
                .evaluateDecisionTableByKey(decision)
                .decisionDefinitionWithoutTenantId()
                .variables(inputs)
                .evaluate();
        return result.getResultList();
    }
}
