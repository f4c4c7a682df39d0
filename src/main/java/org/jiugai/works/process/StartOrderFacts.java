package org.jiugai.works.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.works.StartManagement;
import org.jiugai.works.StartManagement.KnownProof;
import org.springframework.stereotype.Component;

/** The five conditions of the start, as far as numbers and dates are on record. */
@Component
class StartOrderFacts implements TaskFacts {
    private final StartManagement start;

    StartOrderFacts(StartManagement start) {
        this.start = start;
    }

    @Override
    public String form() {
        return "start-order";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        List<Map<String, Object>> gates = start.knownProofs(Step.CASE_ID.get(task)).stream()
                .map(StartOrderFacts::row)
                .toList();
        return Sheet.of().withValue("gates", gates);
    }

    private static Map<String, Object> row(KnownProof proof) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("gate", proof.gate().name());
        if (proof.number() != null) row.put("number", proof.number());
        if (proof.datedOn() != null) row.put("datedOn", proof.datedOn().toString());
        return row;
    }
}
