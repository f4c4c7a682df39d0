package org.jiugai.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jiugai.kernel.RuleViolation;

/** A refusal as a problem (RFC 9457). {@code message} repeats the detail because Tasklist shows that member. */
public final class Problems {
    private Problems() {}

    public static int status(RuleViolation refusal) {
        return refusal.isConflict() ? 409 : 422;
    }

    public static ObjectNode of(RuleViolation refusal) {
        ObjectNode problem = Submission.JSON.createObjectNode();
        problem.put("type", "about:blank")
                .put("title", refusal.isConflict() ? "状态冲突" : "未通过校验")
                .put("status", status(refusal))
                .put("code", refusal.code())
                .put("detail", refusal.getMessage())
                .put("message", refusal.getMessage());
        ArrayNode errors = problem.putArray("errors");
        refusal.faults()
                .forEach(fault -> errors.addObject().put("field", fault.field()).put("message", fault.message()));
        return problem;
    }

    public static void write(HttpServletResponse response, RuleViolation refusal) throws IOException {
        byte[] body = Submission.JSON.writeValueAsString(of(refusal)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status(refusal));
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
