package org.jiugai.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;

/** A county is a tenant: an instance belongs to the county it was started for, a called one to the county of its caller. */
class CountyOfInstance implements TenantIdProvider {
    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        DelegateExecution caller = context.getSuperExecution();
        if (caller != null) return caller.getTenantId();
        Object county = context.getVariables().get(Processes.COUNTY.name());
        return county == null ? null : county.toString();
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    /** A decision belongs to the county of the instance that asks, also where a delegate asks through a facade. */
    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        if (context.getExecution() != null) return context.getExecution().getTenantId();
        BpmnExecutionContext running = Context.getBpmnExecutionContext();
        return running == null ? null : running.getExecution().getTenantId();
    }
}
