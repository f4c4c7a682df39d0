package org.jiugai.engine;

import org.camunda.bpm.engine.rest.filter.EmptyBodyFilter;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's API for other programs, only where {@code jiugai.engine-rest.enabled} says so. It offers what the web applications are
 * offered, behind the same doors; who signs in is decided by the room {@code organisation}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiugai.engine-rest.enabled")
class EngineRest {
    private static final String PATHS = "/engine-rest/*";

    @Bean
    ServletRegistrationBean<ServletContainer> engineRestServlet() {
        ResourceConfig resources = new ResourceConfig()
                .registerClasses(CamundaRestResources.getResourceClasses())
                .registerClasses(CamundaRestResources.getConfigurationClasses())
                .register(JacksonFeature.class);
        ServletRegistrationBean<ServletContainer> registration =
                new ServletRegistrationBean<>(new ServletContainer(resources), PATHS);
        registration.setName("engine-rest");
        return registration;
    }

    /** The API expects an object where a client sends nothing. */
    @Bean
    FilterRegistrationBean<EmptyBodyFilter> engineRestEmptyBody() {
        FilterRegistrationBean<EmptyBodyFilter> registration = new FilterRegistrationBean<>(new EmptyBodyFilter());
        registration.setName("engine-rest-empty-body");
        registration.addUrlPatterns(PATHS);
        registration.setOrder(115);
        return registration;
    }
}
