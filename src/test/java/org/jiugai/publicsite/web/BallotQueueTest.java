package org.jiugai.publicsite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** In a crowd a voter is told so at once, and keeps his choice; nothing behind the door is asked. */
class BallotQueueTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain behind = new MockFilterChain();

    private static MockHttpServletRequest ballot() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", BallotQueue.PATH);
        request.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
        request.setParameter("round", "7");
        request.setParameter("choice1", "AGREE");
        request.setParameter("choice2", "ABSTAIN");
        request.setParameter("_csrf", "0f5c-77");
        return request;
    }

    @Test
    void whoFindsNoPlaceKeepsHisChoice() throws IOException, ServletException {
        BallotGate full = new BallotGate(1, Duration.ofHours(1), 0);
        new BallotQueue(full).doFilter(ballot(), response, behind);
        assertThat(behind.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsString())
                .contains(
                        "还没有收到",
                        "action=\"/zhuhu/jia/ballots\"",
                        "name=\"round\" value=\"7\"",
                        "name=\"choice1\" value=\"AGREE\"",
                        "name=\"choice2\" value=\"ABSTAIN\"",
                        "name=\"_csrf\" value=\"0f5c-77\"");
    }

    @Test
    void onlyWhatTheBallotAsksForComesBack() throws IOException, ServletException {
        MockHttpServletRequest request = ballot();
        request.setParameter("choice3", "\"><script>");
        request.setParameter("round", "7\"");
        request.setParameter("_csrf", "<b>");
        request.setParameter("\"><i>", "AGREE");
        new BallotQueue(new BallotGate(1, Duration.ofHours(1), 0)).doFilter(request, response, behind);
        assertThat(response.getContentAsString())
                .contains("name=\"choice1\" value=\"AGREE\"")
                .doesNotContain("script", "<b>", "<i>", "choice3", "name=\"round\"");
    }

    /** Its parts would be read only later, at the sender's leisure; nothing but a form casts a ballot. */
    @Test
    void whatIsNoFormTakesNoPlace() throws IOException, ServletException {
        BallotQueue full = new BallotQueue(new BallotGate(1, Duration.ofHours(1), 0));
        for (String type : new String[] {"multipart/form-data; boundary=x", "application/json", null}) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", BallotQueue.PATH);
            request.setContentType(type);
            full.doFilter(request, response, new MockFilterChain());
        }
        MockHttpServletRequest put = ballot();
        put.setMethod("PUT");
        full.doFilter(put, response, behind);
        assertThat(behind.getRequest()).isSameAs(put);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void whoFindsAPlaceGoesInAndLeavesItWhateverHappens() throws IOException, ServletException {
        BallotQueue queue = new BallotQueue(new BallotGate(1, Duration.ofMillis(1), 10));
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(() -> queue.doFilter(ballot(), response, (request, answer) -> {
                        throw new IOException("gone");
                    }))
                    .hasMessage("gone");
        queue.doFilter(ballot(), response, behind);
        assertThat(behind.getRequest()).isNotNull();
        assertThat(response.getStatus()).isEqualTo(200);
    }
}
