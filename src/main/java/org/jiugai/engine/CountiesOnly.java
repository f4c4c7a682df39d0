package org.jiugai.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;

/** A county is closed to whoever does not act in it, administrators of other counties included: the engine would let those pass. */
class CountiesOnly extends TenantManager {
    @Override
    public boolean isTenantCheckEnabled() {
        return Context.getProcessEngineConfiguration().isTenantCheckEnabled()
                && Context.getCommandContext().isTenantCheckEnabled()
                && getCurrentAuthentication() != null;
    }

    /** The engine's own refusal would be an error of the server. */
    @Override
    public boolean isAuthenticatedTenant(@Nullable String tenantId) {
        if (super.isAuthenticatedTenant(tenantId)) return true;
        throw NotPermitted.otherCounty();
    }
}
