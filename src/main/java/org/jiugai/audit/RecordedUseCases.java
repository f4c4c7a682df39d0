package org.jiugai.audit;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every use case of every room that somebody carries out is recorded with who did it and for whom, in its own transaction: no facade has to
 * think of it. A use case is a public method of a {@link Service} that takes the {@link Actor} and may write. Of what it was given only ids
 * are kept; the facts lie in the room's tables.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(order = RecordedUseCases.TRANSACTION)
class RecordedUseCases {
    /** The transaction comes first, the record is written inside it. */
    static final int TRANSACTION = Ordered.LOWEST_PRECEDENCE - 10;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor useCaseRecorder(ObjectProvider<AuditTrail> audit) {
        MethodInterceptor recorder = call -> {
            Object outcome = call.proceed();
            Kept kept = Kept.of(call.getMethod(), call.getArguments());
            audit.getObject().record(kept.actor(), kept.action(), kept.object(), kept.caseId(), "");
            return outcome;
        };
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new UseCases(), recorder);
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE);
        return advisor;
    }

    /** Which methods are use cases. */
    static final class UseCases extends StaticMethodMatcherPointcut {
        @Override
        public boolean matches(Method method, Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(type, Service.class)
                    && type != AuditTrail.class
                    && Arrays.asList(method.getParameterTypes()).contains(Actor.class)
                    && writes(method, type);
        }

        private static boolean writes(Method method, Class<?> type) {
            Transactional own = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
            Transactional ofType = AnnotatedElementUtils.findMergedAnnotation(type, Transactional.class);
            Transactional counts = own == null ? ofType : own;
            return counts != null && !counts.readOnly();
        }
    }

    /** What is kept of a call. */
    record Kept(Actor actor, String action, String object, @Nullable Long caseId) {
        static Kept of(Method method, Object[] arguments) {
            Actor actor = Actor.SYSTEM;
            Long caseId = null;
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                Parameter parameter = method.getParameters()[i];
                Object argument = arguments[i];
                if (argument instanceof Actor given) actor = given;
                if (argument instanceof Long number && parameter.getName().equals("caseId")) caseId = number;
                if (argument instanceof Long || argument instanceof UUID) ids.add(parameter.getName() + ":" + argument);
            }
            String room = method.getDeclaringClass().getPackageName().replace("org.jiugai.", "");
            return new Kept(actor, room + "." + method.getName(), ids.isEmpty() ? room : String.join(" ", ids), caseId);
        }
    }
}
