package org.jiugai.engine;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine as this house uses it; what each setting costs or saves stands in the platform notes of the README. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    /** The engine's tables are created by Flyway, so the engine waits for it. */
    @Bean
    static BeanFactoryPostProcessor engineWaitsForFlyway() {
        return factory -> {
            for (String name : factory.getBeanNamesForType(
                    org.camunda.bpm.engine.spring.ProcessEngineFactoryBean.class, true, false)) {
                factory.getBeanDefinition(name.replace("&", "")).setDependsOn("flywayInitializer");
            }
        };
    }

    @Bean
    AbstractProcessEnginePlugin houseRules(TaskRules taskRules, ApplicationContext context) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTenantIdProvider(new CountyOfInstance());
                engine.setGroupResourceWhitelistPattern("[a-z0-9-]+");
                engine.setCustomHistoryLevels(List.of(new HistoryWithoutForms()));
                engine.setMetricsEnabled(false);
                engine.setTaskMetricsEnabled(false);
                engine.setDefaultNumberOfRetries(3);
                engine.setCustomPreBPMNParseListeners(List.<BpmnParseListener>of(taskRules));
                List<CommandInterceptor> outermost = new ArrayList<>();
                if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
                    outermost.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
                }
                outermost.add(new CollisionRetry());
                outermost.add(new QueryGuard());
                engine.setCustomPreCommandInterceptorsTxRequired(outermost);
                engine.setCustomPostCommandInterceptorsTxRequired(List.of(new NamedAuthor()));
                engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new NamedAuthor()));
                guard(engine, context);
            }
        };
    }

    /** Who may see and do what, and what a query may evaluate. */
    private static void guard(ProcessEngineConfigurationImpl engine, ApplicationContext context) {
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setExpressionManager(new ScopedExpressions(context, engine.getBeans()));
        engine.setResourceAuthorizationProvider(noRowsPerObject());
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OfferChecks()));
        engine.setTaskService(new GuardedTasks());
        engine.setIdentityService(new NamedJobs());
        engine.setCustomSessionFactories(List.of(
                new Replacement<>(AuthorizationManager.class, OfferedOnly::new),
                new Replacement<>(TenantManager.class, CountiesOnly::new),
                new Replacement<>(FilterManager.class, StoredQueries::new)));
    }

    /** A row for each task, user or filter would make every list slower with every case; {@link Grants} speak of all at once. */
    private static ResourceAuthorizationProvider noRowsPerObject() {
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                ResourceAuthorizationProvider.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (provider, hook, arguments) -> null);
    }
}
