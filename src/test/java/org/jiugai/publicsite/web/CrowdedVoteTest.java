package org.jiugai.publicsite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jiugai.ballot.Choice;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** In a crowd a voter is told so at once, and keeps his choice; nothing is asked of the database. */
class CrowdedVoteTest {
    @Test
    @SuppressWarnings("NullAway") // whatever asks for what is not there would fail
    void whoFindsNoPlaceKeepsHisChoice() {
        BallotGate full = new BallotGate(1, Duration.ofHours(1), 0);
        HouseholdPages pages = new HouseholdPages(null, null, null, full, Clock.systemUTC());
        ExtendedModelMap page = new ExtendedModelMap();
        MockHttpServletResponse response = new MockHttpServletResponse();
        String view = pages.cast(
                "token",
                7,
                Map.of(
                        "confirmed",
                        "true",
                        "choice1",
                        "AGREE",
                        "choice2",
                        "ABSTAIN",
                        "choice3",
                        "<x>",
                        "choicex",
                        "AGREE"),
                page,
                response);
        assertThat(view).isEqualTo("publicsite/crowded");
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(page).containsEntry("choices", Map.of(1, Choice.AGREE, 2, Choice.ABSTAIN));
    }
}
