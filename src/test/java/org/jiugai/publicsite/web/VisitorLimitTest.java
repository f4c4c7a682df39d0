package org.jiugai.publicsite.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jiugai.kernel.Quota;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VisitorLimitTest {
    private final VisitorLimit limit = new VisitorLimit(
            new Quota(3, Duration.ofMinutes(1), Clock.fixed(Instant.parse("2024-01-02T01:00:00Z"), ZoneOffset.UTC)));

    private MockHttpServletResponse asked(String address) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/gongkai");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        limit.doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response;
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreNotSlowed() throws IOException, ServletException {
        for (int i = 0; i < 3; i++) assertThat(asked("10.0.0.1").getStatus()).isEqualTo(200);
        MockHttpServletResponse refused = asked("10.0.0.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
        assertThat(refused.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(refused.getContentAsString()).contains("一分钟后再试");
        assertThat(asked("10.0.0.2").getStatus()).isEqualTo(200);
    }
}
