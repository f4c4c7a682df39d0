package org.jiugai.engine;

import org.jiugai.kernel.RuleViolation;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** HTTP doors of the engine. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {
    @Bean
    FilterRegistrationBean<SubmissionFilter> submissionFilter() {
        FilterRegistrationBean<SubmissionFilter> registration = new FilterRegistrationBean<>(new SubmissionFilter());
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(110);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineAnswers> engineAnswers() {
        FilterRegistrationBean<EngineAnswers> registration = new FilterRegistrationBean<>(new EngineAnswers());
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineApiDoor> engineApiDoor() {
        FilterRegistrationBean<EngineApiDoor> registration = new FilterRegistrationBean<>(new EngineApiDoor());
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(105);
        return registration;
    }

    /** A refusal in one of our own endpoints. */
    @RestControllerAdvice
    static class Refusals {
        @ExceptionHandler(RuleViolation.class)
        ResponseEntity<String> refused(RuleViolation refusal) {
            return ResponseEntity.status(Problems.status(refusal))
                    .contentType(MediaType.parseMediaType("application/problem+json;charset=UTF-8"))
                    .body(Problems.of(refusal).toString());
        }
    }
}
