package org.jiugai.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
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
    AbstractProcessEnginePlugin houseRules(TaskRules taskRules) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTenantIdProvider(new CountyOfInstance());
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setGroupResourceWhitelistPattern("[a-z0-9-]+");
                engine.setMetricsEnabled(false);
                engine.setTaskMetricsEnabled(false);
                engine.setDefaultNumberOfRetries(3);
                engine.setCustomPreBPMNParseListeners(List.<BpmnParseListener>of(taskRules));
                List<CommandInterceptor> outermost = new ArrayList<>();
                if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
                    outermost.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
                }
                outermost.add(new CollisionRetry());
                engine.setCustomPreCommandInterceptorsTxRequired(outermost);
            }
        };
    }
}
