package org.jiugai.messages;

import org.jiugai.startup.ClockMoved;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits, a message in a transaction of its own, so that one that fails holds up no other. */
@Component
class SendMessages {
    private static final int AT_A_TIME = 200;
    private final Outbox outbox;

    SendMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void sweep() {
        int sent = 0;
        while (sent < AT_A_TIME && outbox.sendNext()) sent++;
    }

    @EventListener
    void on(ClockMoved moved) {
        sweep();
    }
}
