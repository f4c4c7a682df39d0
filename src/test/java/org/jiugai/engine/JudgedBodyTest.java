package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What one reader of a body could overlook and another could find. */
class JudgedBodyTest {
    private static final String NESTED = "{\"orQueries\":[{\"dueAfterExpression\":\"${x}\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NESTED,
                "{\"assigneeExpression\":\"${x}\"}",
                "{\"ASSIGNEEEXPRESSION\":\"${x}\"}",
                "{\"assignee\\u0045xpression\":\"${x}\"}",
                "{\"a\":{\"b\":[[{\"candidateGroupInExpression\":null}]]}}"
            })
    void anExpressionIsRefusedHoweverNestedAndHoweverWritten(String body) {
        assertRefused(body.getBytes(StandardCharsets.UTF_8), "application/json", "engine.expressionRefused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void noEncodingHidesAnExpression(String charset) {
        assertRefused(NESTED.getBytes(Charset.forName(charset)), "application/json", "engine.expressionRefused");
        assertThatThrownBy(() -> JudgedBody.of(
                        request(("\uFEFF" + NESTED).getBytes(Charset.forName(charset)), "application/json")))
                .isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\"} {\"assigneeExpression\":\"${x}\"}",
                "{\"name\":\"x\"}}",
                "{\"name\":\"x\",\"name\":\"y\"}",
                "/* c */ {\"name\":\"x\"}",
                "{name:'x'}",
                "[{\"assigneeExpression\":\"${x}\"}]",
                "[]",
                "null",
                "\"text\"",
                "   ",
                "assigneeExpression=x",
                "<a/>"
            })
    void whatIsNotOneJsonObjectIsRefused(String body) {
        assertRefused(body.getBytes(StandardCharsets.UTF_8), "application/json", "engine.malformedBody");
    }

    @Test
    void aPackedBodyIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(NESTED.getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(packed.toByteArray(), "application/json", "engine.malformedBody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "json"
            })
    void aBodyThatIsNotCalledJsonIsRefused(String contentType) {
        assertRefused("{}".getBytes(StandardCharsets.UTF_8), contentType, "engine.malformedBody");
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        assertRefused(new byte[JudgedBody.LONGEST + 1], "application/json", "engine.bodyTooLong");
    }

    @Test
    void aBodyIsHandedOnAsItWasUnderstoodInUtf8AndWithItsFiguresExact() throws IOException {
        byte[] handedOn = JudgedBody.of(request(
                "\uFEFF{ \"name\" : \"任务\", \"value\": 12345678901234567.12 }".getBytes(StandardCharsets.UTF_16BE),
                "application/json;charset=UTF-16"));
        assertThat(new String(handedOn, StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"任务\",\"value\":12345678901234567.12}");
    }

    @Test
    void noBodyIsNoBody() throws IOException {
        assertThat(JudgedBody.of(request(new byte[0], "text/plain"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=x",
                "a=1&assigneeExpression=x",
                "a=1&assignee%45xpression=x",
                "a;assigneeExpression=x",
                "a=1&%zz=1",
                "assigneeExpression"
            })
    void anExpressionBehindTheQuestionMarkIsSeen(String query) {
        assertThat(QueryKeys.carryExpression(query)).isTrue();
    }

    @Test
    void theServersLimitOfParametersHidesNoExpression() {
        assertThat(QueryKeys.carryExpression("a=1&".repeat(20_000) + "assigneeExpression=x"))
                .isTrue();
        assertThat(QueryKeys.carryExpression("assignee=anExpression&name=x")).isFalse();
        assertThat(QueryKeys.carryExpression(null)).isFalse();
    }

    private static void assertRefused(byte[] body, String contentType, String code) {
        assertThatThrownBy(() -> JudgedBody.of(request(body, contentType)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.getMessage()).matches(".*\\p{IsHan}.*");
                });
    }

    private static MockHttpServletRequest request(byte[] body, String contentType) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(body);
        if (!contentType.isEmpty()) request.addHeader("Content-Type", contentType);
        return request;
    }
}
