package org.jiugai.review.process;

import java.util.Map;
import org.jiugai.engine.Processes;
import org.jiugai.engine.Step;
import org.jiugai.review.OpinionContested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A contested opinion is asked for again, from the body itself. */
@Component
class AskContestingBody {
    private final Processes processes;

    AskContestingBody(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(OpinionContested contested) {
        processes.correlate(
                ReviewProcess.OPINION_CONTESTED,
                Step.CASE_ID,
                contested.caseId(),
                Map.of(ReviewProcess.CONTESTED_REQUEST_ID.name(), contested.requestId()));
    }
}
