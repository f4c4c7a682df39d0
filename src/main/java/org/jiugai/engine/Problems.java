package org.jiugai.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.AuthorizationException;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A refusal as a problem (RFC 9457). {@code message} repeats the detail because Tasklist shows that member. */
public final class Problems {
    private Problems() {}

    public static int status(RuleViolation refusal) {
        return refusal.isConflict() ? 409 : 422;
    }

    public static ObjectNode of(RuleViolation refusal) {
        ObjectNode problem =
                problem(status(refusal), refusal.isConflict() ? "状态冲突" : "未通过校验", refusal.code(), refusal.getMessage());
        ArrayNode errors = problem.putArray("errors");
        refusal.faults()
                .forEach(fault -> errors.addObject().put("field", fault.field()).put("message", fault.message()));
        return problem;
    }

    /** The engine's own reason is English and names what exists; only ours is repeated. */
    static ObjectNode of(AuthorizationException refusal) {
        return refusal instanceof NotPermitted ours
                ? problem(403, "没有权限", ours.reason(), ours.getMessage())
                : problem(403, "没有权限", NotPermitted.DEFAULT_CODE, NotPermitted.DEFAULT_REASON);
    }

    /** An error whose cause is not told. */
    static ObjectNode of(int status) {
        return switch (status) {
            case 403 -> problem(403, "没有权限", NotPermitted.DEFAULT_CODE, NotPermitted.DEFAULT_REASON);
            case 404 -> problem(404, "没有找到", "engine.notFound", "没有找到该内容，或您无权查看");
            default ->
                status >= 500
                        ? problem(status, "系统错误", "engine.failed", "系统处理时出错，请稍后重试；如仍不成功，请联系系统管理员")
                        : problem(status, "请求无效", "engine.badRequest", "请求的内容不正确，未被接受");
        };
    }

    private static ObjectNode problem(int status, String title, String code, @Nullable String message) {
        return Submission.JSON
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("code", code)
                .put("detail", message)
                .put("message", message);
    }

    public static void write(HttpServletResponse response, RuleViolation refusal) throws IOException {
        write(response, of(refusal));
    }

    /** A refusal that no rule of the domain gave. */
    public static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        write(response, problem(status, detail, code, detail));
    }

    static void write(HttpServletResponse response, ObjectNode problem) throws IOException {
        byte[] body = Submission.JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.path("status").intValue());
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
