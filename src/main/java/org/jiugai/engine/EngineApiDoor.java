package org.jiugai.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.kernel.RuleViolation;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the web applications and other programs may ask of the engine's API: read, list, claim, release, comment and submit. Everything
 * that is not listed here does not pass, whoever asks. A query that carries an expression would run it (CVE-2026-109432) and is refused
 * wherever it is nested.
 */
class EngineApiDoor extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ENGINE =
            Pattern.compile("/camunda/api/engine/engine/[^/]+(?<path>/.*)|/engine-rest(/engine/[^/]+)?(?<rest>/.*)");

    /** Lists that are asked for with a body. */
    private static final Pattern QUERY =
            Pattern.compile("/(task|variable-instance|execution|process-instance|job|group)(/count)?"
                    + "|/history/(process-instance|activity-instance|task|variable-instance|job-log)(/count)?"
                    + "|/history/detail"
                    + "|/filter/[^/]+/(list|singleResult|count)");

    private static final Pattern WORK =
            Pattern.compile("/task/[^/]+/(claim|unclaim|submit-form|complete|comment/create)");
    private static final Pattern WEBAPPS = Pattern.compile("/camunda/api/cockpit/plugin/base/[^/]+/("
            + "(process-instance|incident)(/count)?"
            + "|process-definition/[^/]+/called-process-definitions"
            + "|process-instance/[^/]+/called-process-instances)"
            + "|/camunda/api/admin/auth/user/[^/]+/logout");

    /** Made for other products, where they pass over counties, or for parts of the engine that no model uses. */
    private static final Pattern NOT_READ =
            Pattern.compile("/(optimize|telemetry|metrics|schema|external-task|case-instance|case-execution)(/.*)?"
                    + "|/history/(case-|external-task-log|decision-requirements-definition).*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest judged;
        try {
            judged = judge(request);
        } catch (RuleViolation refusal) {
            EngineAnswers.refuse(request, response, refusal);
            return;
        }
        chain.doFilter(judged, response);
    }

    private static HttpServletRequest judge(HttpServletRequest request) throws IOException {
        if (!isOffered(request.getMethod(), RequestPath.of(request))) {
            throw new RuleViolation("engine.notOffered", "此操作不通过流程引擎接口办理");
        }
        if (QueryKeys.carryExpression(request.getQueryString())) throw QueryExpressions.refused();
        return READING.contains(request.getMethod()) ? request : new ReplacedBody(request, JudgedBody.of(request));
    }

    static boolean isOffered(String method, String path) {
        Matcher engine = ENGINE.matcher(path);
        String asked =
                !engine.matches() ? "" : engine.group("path") != null ? engine.group("path") : engine.group("rest");
        if (READING.contains(method)) return !NOT_READ.matcher(asked).matches();
        if (!method.equals("POST")) return false;
        return QUERY.matcher(asked).matches()
                || WORK.matcher(asked).matches()
                || WEBAPPS.matcher(path).matches();
    }
}
