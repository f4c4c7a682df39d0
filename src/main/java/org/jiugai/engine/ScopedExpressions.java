package org.jiugai.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of models run for an execution or a task. The only ones that the engine evaluates for nothing are those of queries, and
 * here, where every way of running a query ends, they are the shipped ones or none.
 */
class ScopedExpressions extends SpringExpressionManager {
    ScopedExpressions(ApplicationContext context, @Nullable Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new Scoped(createValueExpression(text), this, text);
    }

    private static final class Scoped extends JuelExpression {
        private final String text;

        Scoped(ValueExpression expression, JuelExpressionManager expressions, String text) {
            super(expression, expressions, text);
            this.text = text;
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !isLiteralText() && !QueryExpressions.isShipped(text))
                throw QueryExpressions.refused();
            return super.getValue(scope, execution);
        }
    }
}
