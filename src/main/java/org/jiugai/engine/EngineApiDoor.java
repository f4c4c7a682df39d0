package org.jiugai.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiugai.kernel.RuleViolation;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the web applications may ask of the engine's API: read, list, claim and submit. Deployments, variables, assignments, messages,
 * modifications and stored filters do not pass, whoever asks; accounts are kept by administrators. A query that carries an expression
 * would run it (CVE-2026-109432) and is refused wherever it is nested.
 */
class EngineApiDoor extends OncePerRequestFilter {
    static final String ADMINISTRATOR = "ROLE_system-admin";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ENGINE = Pattern.compile(".*/api/engine/engine/[^/]+(/.*)");
    private static final Pattern QUERY = Pattern.compile(
            "/(task|variable-instance|execution|process-instance|process-definition|decision-definition|user|group|identity/verify)(/count)?"
                    + "|/history/(?!cleanup)[a-z-]+(/count)?"
                    + "|/filter/[^/]+/(list|singleResult|count)");
    private static final Pattern WORK =
            Pattern.compile("/task/[^/]+/(claim|unclaim|submit-form|complete|resolve|comment/create)");
    private static final Pattern ACCOUNTS =
            Pattern.compile("/(user|group|tenant|authorization)(/.*)?|/(user|group|tenant)/[^/]+/.*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getParameterMap().keySet().stream().anyMatch(EngineApiDoor::isExpression)) throw expression();
            if (READING.contains(request.getMethod())) {
                chain.doFilter(request, response);
                return;
            }
            requireAllowed(request);
            byte[] body = request.getInputStream().readAllBytes();
            if (carriesExpression(body)) throw expression();
            chain.doFilter(new ReplacedBody(request, body), response);
        } catch (RuleViolation refusal) {
            Problems.write(response, refusal);
        }
    }

    private static void requireAllowed(HttpServletRequest request) {
        var engine = ENGINE.matcher(RequestPath.of(request));
        if (!engine.matches()) return;
        String path = engine.group(1);
        boolean post = request.getMethod().equals("POST");
        if (post && (QUERY.matcher(path).matches() || WORK.matcher(path).matches())) return;
        if (ACCOUNTS.matcher(path).matches() && request.isUserInRole(ADMINISTRATOR)) return;
        throw new RuleViolation("engine.notOffered", "此操作不通过流程引擎接口办理");
    }

    private static RuleViolation expression() {
        return new RuleViolation("engine.expressionRefused", "查询条件不得包含表达式");
    }

    private static boolean isExpression(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static boolean carriesExpression(byte[] body) throws IOException {
        if (body.length == 0) return false;
        try {
            return carriesExpression(Submission.JSON.readTree(body));
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private static boolean carriesExpression(JsonNode node) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (isExpression(names.next())) return true;
        }
        for (JsonNode child : node) {
            if (carriesExpression(child)) return true;
        }
        return false;
    }
}
