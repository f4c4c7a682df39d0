package org.jiugai.casefile.process;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jiugai.casefile.CaseHistory;
import org.springframework.stereotype.Component;

/** The engine's history of a case, under the case number as business key. */
@Component
class EngineHistory implements CaseHistory {
    private final HistoryService history;
    private final RuntimeService runtime;

    EngineHistory(HistoryService history, RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    @Override
    public boolean isOpen(String caseNo) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .count()
                > 0;
    }

    @Override
    public int delete(String caseNo) {
        List<String> instances =
                history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .finished()
                        .list()
                        .stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        if (!instances.isEmpty()) history.deleteHistoricProcessInstancesBulk(instances);
        return instances.size();
    }
}
