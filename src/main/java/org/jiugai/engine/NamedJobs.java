package org.jiugai.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** The job executor signs in nobody, for the county of its job: here it signs in the system. */
class NamedJobs extends IdentityServiceImpl {
    @Override
    public void setAuthentication(
            @Nullable String userId, @Nullable List<String> groups, @Nullable List<String> tenantIds) {
        super.setAuthentication(userId == null ? Actor.SYSTEM.personId() : userId, groups, tenantIds);
    }
}
