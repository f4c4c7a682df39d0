package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.jiugai.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/** The canary does sing where an expression is meant, so its silence elsewhere says something. */
@ProcessTest
class CanaryTests {
    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private BeanFactory beans;

    @Test
    void singsInAnExpressionOfTheEngine() {
        int before = Canary.songs();
        engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager()
                .createExpression("${canary.sing()}")
                .getValue(StartProcessVariableScope.getSharedInstance()));
        assertThat(Canary.songs()).isGreaterThan(before);
    }

    @Test
    void singsInAnExpressionOfSpring() {
        int before = Canary.songs();
        StandardEvaluationContext context = new StandardEvaluationContext();
        context.setBeanResolver(new BeanFactoryResolver(beans));
        for (String expression : new String[] {"@canary.sing()", "T(org.jiugai.security.Canary).chirp()"}) {
            new SpelExpressionParser().parseExpression(expression).getValue(context);
        }
        assertThat(Canary.songs()).isEqualTo(before + 2);
    }
}
