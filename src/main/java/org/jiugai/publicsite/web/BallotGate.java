package org.jiugai.publicsite.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets so many ballots be written at once: in the last minutes of a vote the others wait for a moment or are told to come back, and the
 * connections that are left serve the offices.
 */
@Component
class BallotGate {
    private final Semaphore places;
    private final Duration wait;
    private final int queue;

    /** @param atOnce ballots that are written at the same time; fewer than the database has connections for us */
    BallotGate(
            @Value("${jiugai.ballot.at-once:4}") int atOnce,
            @Value("${jiugai.ballot.wait:500ms}") Duration wait,
            @Value("${jiugai.ballot.queue:100}") int queue) {
        this.places = new Semaphore(atOnce, true);
        this.wait = wait;
        this.queue = queue;
    }

    /** There was no place within the time. */
    static final class Crowded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @throws Crowded when too many wait already, or no place became free in time */
    <T> T pass(Supplier<T> act) {
        if (!taken()) throw new Crowded();
        try {
            return act.get();
        } finally {
            places.release();
        }
    }

    private boolean taken() {
        if (places.getQueueLength() >= queue) return false;
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
