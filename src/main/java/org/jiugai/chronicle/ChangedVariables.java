package org.jiugai.chronicle;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process variables of an instance were set to, one after the other. */
@Component
class ChangedVariables {
    private final HistoryService history;

    ChangedVariables(HistoryService history) {
        this.history = history;
    }

    /**
     * @param from null where the variable was set for the first time
     * @param visit the node that set it
     */
    record Change(Instant at, String run, @Nullable String visit, String name, @Nullable String from, String to) {}

    List<Change> of(String run) {
        Map<String, String> before = new HashMap<>();
        return history
                .createHistoricDetailQuery()
                .variableUpdates()
                .processInstanceId(run)
                .disableCustomObjectDeserialization()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(detail -> change((HistoricVariableUpdate) detail, before))
                .toList();
    }

    private static Change change(HistoricVariableUpdate update, Map<String, String> before) {
        String to = Shown.of(update.getTypedValue());
        String from = before.put(update.getVariableInstanceId(), to);
        return new Change(
                update.getTime().toInstant(),
                update.getProcessInstanceId(),
                update.getActivityInstanceId(),
                update.getVariableName(),
                from,
                to);
    }
}
