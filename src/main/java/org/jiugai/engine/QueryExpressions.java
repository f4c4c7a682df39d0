package org.jiugai.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jiugai.kernel.RuleViolation;

/**
 * The expressions that a query may carry: those of the shipped task lists, letter by letter, and no others. Everything that the engine
 * evaluates for a query could be any Java call otherwise (CVE-2026-109432).
 */
final class QueryExpressions {
    private static final Set<String> SHIPPED =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime().plusDays(3)}");

    private QueryExpressions() {}

    static boolean isShipped(String expression) {
        return SHIPPED.contains(expression);
    }

    static RuleViolation refused() {
        return new RuleViolation("engine.expressionRefused", "查询条件不得包含表达式");
    }

    /** @throws RuleViolation when the query, or one of the queries in it, carries an expression that is not shipped */
    static void requireShipped(AbstractQuery<?, ?> query) {
        if (!expressions(query).stream().allMatch(QueryExpressions::isShipped)) throw refused();
    }

    /** @throws RuleViolation when the query, or one of the queries in it, carries any expression */
    static void requireNone(AbstractQuery<?, ?> query) {
        if (!expressions(query).isEmpty()) throw refused();
    }

    private static List<String> expressions(AbstractQuery<?, ?> query) {
        Set<AbstractQuery<?, ?>> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(query, all);
        return all.stream()
                .map(q -> q.getExpressions().values())
                .flatMap(Collection::stream)
                .toList();
    }

    private static void collect(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> all) {
        if (all.add(query) && query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(inner -> collect(inner, all));
        }
    }
}
