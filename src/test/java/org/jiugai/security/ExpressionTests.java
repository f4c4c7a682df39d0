package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiugai.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** JUEL, FEEL, SpEL and Thymeleaf in every field: what somebody writes is never evaluated. */
@ProcessTest
class ExpressionTests {
    @Autowired
    private ApplicationContext beans;

    @Test
    void noTextOfAFormIsEvaluated() {
        HostileWalk walk = HostileWalk.of(beans);
        assertThat(walk.songs()).isZero();
    }
}
