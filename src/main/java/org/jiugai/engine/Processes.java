package org.jiugai.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jiugai.kernel.StateConflict;
import org.springframework.stereotype.Component;

/** Starts instances and delivers messages. An instance belongs to a county (tenant) and to a case or a package (business key). */
@Component
public class Processes {
    /** County of an instance; read by the engine once, when the instance starts. */
    public static final ProcessVariable<String> COUNTY = ProcessVariable.ofText("county");

    private final RuntimeService runtime;

    Processes(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts the latest version of a process.
     *
     * @param county tenant, the county's code
     * @param businessKey case number or package number
     * @param variables ids only, by {@link ProcessVariable#name()}
     * @return the id of the instance
     */
    public String start(String processId, String county, String businessKey, Map<String, ?> variables) {
        return runtime.createProcessInstanceByKey(processId)
                .processDefinitionWithoutTenantId()
                .businessKey(businessKey)
                .setVariables(Map.copyOf(variables))
                .setVariable(COUNTY.name(), county)
                .execute()
                .getProcessInstanceId();
    }

    /**
     * Delivers a message to the one instance that waits for it.
     *
     * @param variable which id identifies the instance, e.g. {@link Step#CASE_ID}
     * @throws StateConflict when nobody waits: the engine would drop the message
     */
    public <T> void correlate(String message, ProcessVariable<T> variable, T value, Map<String, ?> answers) {
        Execution waiting = waiting(message, variable, value);
        if (waiting == null) throw new StateConflict("engine.nobodyWaits", "该事项当前不在等待此操作的环节，请刷新后查看最新状态");
        runtime.messageEventReceived(message, waiting.getId(), Map.copyOf(answers));
    }

    /** Whether an instance waits for this message. */
    public <T> boolean isWaiting(String message, ProcessVariable<T> variable, T value) {
        return waiting(message, variable, value) != null;
    }

    private <T> @org.jspecify.annotations.Nullable Execution waiting(
            String message, ProcessVariable<T> variable, T value) {
        return runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(variable.name(), value)
                .singleResult();
    }
}
