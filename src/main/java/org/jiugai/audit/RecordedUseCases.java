package org.jiugai.audit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Unrecorded;
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
 * Every use case of every room is recorded with who carried it out and for whom, in its own transaction: no facade has to think of it. A use
 * case is a public method of a {@link Service} that may write and does not say why it is {@link Unrecorded}. Where it takes no {@link Actor}, a
 * process, a timer or an event carries it out, which act as {@link Actor#SYSTEM}. Ids go into the chain, and the hash of what was
 * entered (forms, amounts, days), which lies beside it and may be masked.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(order = RecordedUseCases.TRANSACTION)
class RecordedUseCases {
    /** The transaction comes first, the record is written inside it. */
    static final int TRANSACTION = Ordered.LOWEST_PRECEDENCE - 10;

    /** How parameters are called that hold the id of something as text. */
    private static final Pattern ID = Pattern.compile("\\w+Id");

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor useCaseRecorder(ObjectProvider<AuditTrail> audit) {
        MethodInterceptor recorder = call -> {
            Object outcome = call.proceed();
            audit.getObject().record(act(call.getMethod(), call.getArguments()));
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
            return mayWrite(method, type) && reasonForSilence(method, type) == null;
        }

        /** Whether it is a public method of a service in a transaction that may write. */
        static boolean mayWrite(Method method, Class<?> type) {
            if (!AnnotatedElementUtils.hasAnnotation(type, Service.class)
                    || !Modifier.isPublic(method.getModifiers())
                    || Modifier.isStatic(method.getModifiers())
                    || method.getDeclaringClass() == Object.class) return false;
            Transactional own = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
            Transactional ofType = AnnotatedElementUtils.findMergedAnnotation(type, Transactional.class);
            Transactional counts = own == null ? ofType : own;
            return counts != null && !counts.readOnly();
        }

        static @Nullable String reasonForSilence(Method method, Class<?> type) {
            Unrecorded own = method.getAnnotation(Unrecorded.class);
            Unrecorded counts = own == null ? type.getAnnotation(Unrecorded.class) : own;
            return counts == null ? null : counts.value();
        }
    }

    /** What is kept of a call. */
    private static RecordedAct act(Method method, Object[] arguments) {
        Actor actor = Actor.SYSTEM;
        Long caseId = null;
        String reason = "";
        List<String> ids = new ArrayList<>();
        Map<String, Object> entered = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = method.getParameters()[i];
            Object argument = arguments[i];
            if (argument instanceof Actor given) actor = given;
            if (argument instanceof Long number && parameter.getName().equals("caseId")) caseId = number;
            boolean named = argument instanceof String
                    && ID.matcher(parameter.getName()).matches();
            if (named || argument instanceof Long || argument instanceof UUID)
                ids.add(parameter.getName() + ":" + argument);
            if (argument instanceof String text && parameter.getName().equals("reason")) reason = text;
            if (isFact(argument)) entered.put(parameter.getName(), argument);
        }
        String room = method.getDeclaringClass().getPackageName().replace("org.jiugai.", "");
        return RecordedAct.of(actor, room + "." + method.getName(), ids.isEmpty() ? room : String.join(" ", ids))
                .inCase(caseId)
                .because(reason)
                .changing(Map.of(), entered);
    }

    /**
     * What was entered: the form, an amount, a day. A change of the room's tables that nobody entered is found by comparing. A text that
     * stands alone is none, it may be a password; organisation says by itself what became of what.
     */
    private static boolean isFact(@Nullable Object argument) {
        if (argument instanceof LocalDate || argument instanceof Money || argument instanceof Area) return true;
        return argument instanceof Record
                && !(argument instanceof Actor)
                && !argument.getClass().getPackageName().startsWith("org.jiugai.organisation");
    }
}
