package org.jiugai.publicsite.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets so many ballots be written at once: in the last minutes of a vote the others wait for a moment or are told to come back, and the
 * threads and connections that are left serve the offices.
 */
@Component
class BallotGate {
    private final Semaphore places;
    private final Duration wait;
    private final int queue;

    /**
     * @param atOnce ballots that are written at the same time; fewer than the database has connections for us
     * @param wait how long somebody waits for a place
     * @param queue how many may wait; fewer than there are threads for requests
     */
    BallotGate(
            @Value("${jiugai.ballot.at-once}") int atOnce,
            @Value("${jiugai.ballot.wait}") Duration wait,
            @Value("${jiugai.ballot.queue}") int queue) {
        this.places = new Semaphore(atOnce, true);
        this.wait = wait;
        this.queue = queue;
    }

    /** Whether there is a place, now or within the time; false at once when too many wait already. Who got one leaves it again. */
    boolean enter() {
        if (places.getQueueLength() >= queue) return false;
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }
}
