package org.jiugai.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.AuthorizationException;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Errors of the engine's API as problems (RFC 9457) in Chinese: a refusal with its reason, which {@link CollisionRetry} noted, anything
 * else without telling what went wrong inside.
 */
class EngineAnswers extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        HeldErrors held = new HeldErrors(response);
        try {
            chain.doFilter(request, held);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        if (held.isError() && !response.isCommitted()) {
            Problems.write(response, problem(request.getAttribute(CollisionRetry.REFUSAL), held.getStatus()));
        }
    }

    /** For the filters behind this one: the answer is a refusal, and this filter writes it. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, RuleViolation refusal) {
        request.setAttribute(CollisionRetry.REFUSAL, refusal);
        response.setStatus(Problems.status(refusal));
    }

    private static ObjectNode problem(@Nullable Object refusal, int status) {
        if (refusal instanceof RuleViolation violation) return Problems.of(violation);
        if (refusal instanceof AuthorizationException forbidden) return Problems.of(forbidden);
        return Problems.of(status);
    }
}
