package org.jiugai.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jiugai.kernel.RuleViolation;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door through which a form reaches the engine. Exactly one variable comes in, and it never outlives the transaction. */
class SubmissionFilter extends OncePerRequestFilter {
    private static final Pattern SUBMIT = Pattern.compile(".*/task/[^/]+/(submit-form|complete|resolve)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !SUBMIT.matcher(RequestPath.of(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = onlyTheSubmission(request.getInputStream().readAllBytes());
        } catch (RuleViolation refusal) {
            EngineAnswers.refuse(request, response, refusal);
            return;
        }
        chain.doFilter(new ReplacedBody(request, body), response);
    }

    private static byte[] onlyTheSubmission(byte[] body) throws IOException {
        JsonNode variables = JudgedBody.read(body).path("variables");
        for (Iterator<String> names = variables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals(Submission.VARIABLE)) {
                throw new RuleViolation("engine.undeclaredVariable", name, "表单没有声明变量“" + name + "”，内容未被接受");
            }
        }
        ObjectNode clean = Submission.JSON.createObjectNode();
        JsonNode text = variables.path(Submission.VARIABLE).path("value");
        if (text.isTextual()) {
            clean.putObject("variables")
                    .putObject(Submission.VARIABLE)
                    .put("type", "String")
                    .put("value", text.textValue())
                    .putObject("valueInfo")
                    .put("transient", true);
        }
        return Submission.JSON.writeValueAsString(clean).getBytes(StandardCharsets.UTF_8);
    }
}
