package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What stands between the webapps' own errors and whoever provoked them, when nothing stands further out. */
class QuietErrorsTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatWentWrongInsideIsNotTold() throws IOException, ServletException {
        answer(500, "text/plain", "org.postgresql.util.PSQLException");
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("signin.refused")
                .doesNotContain("PSQLException");
    }

    @Test
    void whatIsNoErrorStaysAsItIs() throws IOException, ServletException {
        answer(200, "text/plain", "案件");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("案件");
    }

    private void answer(int status, String type, String body) throws IOException, ServletException {
        new QuietErrors().doFilter(new MockHttpServletRequest(), response, (request, inner) -> {
            ((jakarta.servlet.http.HttpServletResponse) inner).setStatus(status);
            inner.setContentType(type);
            inner.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        });
    }
}
