package org.jiugai.review.process;

import org.jiugai.review.OpinionManagement;
import org.jiugai.startup.ClockMoved;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 催办: a reminder is a row and a sweeper, because no path of the process changes by it. */
@Component
class RemindOfOpinions {
    private final OpinionManagement opinions;

    RemindOfOpinions(OpinionManagement opinions) {
        this.opinions = opinions;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void sweep() {
        opinions.toRemind().forEach(opinions::remind);
    }

    @EventListener
    void on(ClockMoved moved) {
        sweep();
    }
}
