package org.jiugai.organisation;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Makes our directory the engine's. */
@Component
class EngineIdentityPlugin extends AbstractProcessEnginePlugin {
    private final EnginePeople people;
    private final Accounts accounts;

    EngineIdentityPlugin(EnginePeople people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new EngineIdentity(people, accounts);
            }
        });
    }
}
