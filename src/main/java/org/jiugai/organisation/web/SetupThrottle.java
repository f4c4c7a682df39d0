package org.jiugai.organisation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets an address bring so many wrong tokens in a while; after that the right one does not help it either, until the while is over. */
@Component
class SetupThrottle {
    static final int MOST = 10;
    private static final Duration WHILE = Duration.ofMinutes(15);
    private static final int ADDRESSES = 10_000;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES;
        }
    };

    SetupThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(Instant since, int count) {}

    synchronized boolean admits(String address) {
        Failures soFar = failures.get(address);
        return soFar == null || soFar.count() < MOST || isOver(soFar);
    }

    synchronized void failed(String address) {
        failures.compute(
                address,
                (key, soFar) -> soFar == null || isOver(soFar)
                        ? new Failures(clock.instant(), 1)
                        : new Failures(soFar.since(), soFar.count() + 1));
    }

    private boolean isOver(Failures failures) {
        return failures.since().plus(WHILE).isBefore(clock.instant());
    }
}
