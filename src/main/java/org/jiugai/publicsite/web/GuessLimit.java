package org.jiugai.publicsite.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many wrong codes one address may try: thirty in ten minutes, as the residents of a whole house may share one. Bounded, so that many addresses do not fill the memory. */
@Component
class GuessLimit {
    private static final int MOST = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ADDRESSES = 10_000;
    private final Clock clock;
    private final Map<String, Guesses> guesses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > ADDRESSES;
        }
    };

    GuessLimit(Clock clock) {
        this.clock = clock;
    }

    private record Guesses(Instant since, int number) {}

    synchronized boolean admits(String address) {
        Guesses known = guesses.get(address);
        return known == null || isOver(known) || known.number() < MOST;
    }

    synchronized void failed(String address) {
        Guesses known = guesses.get(address);
        guesses.put(
                address,
                known == null || isOver(known)
                        ? new Guesses(clock.instant(), 1)
                        : new Guesses(known.since(), known.number() + 1));
    }

    private boolean isOver(Guesses known) {
        return !clock.instant().isBefore(known.since().plus(WINDOW));
    }
}
