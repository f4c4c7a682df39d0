package org.jiugai.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each address, or whatever the key is, may do something in a while. Bounded, so that many keys do not fill the memory. */
public final class Quota {
    private static final int KEYS = 10_000;
    private final int most;
    private final Duration period;
    private final Clock clock;
    private final Map<String, Uses> uses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Uses> eldest) {
            return size() > KEYS;
        }
    };

    /** @param most uses in a period that begins with the first of them */
    public Quota(int most, Duration period, Clock clock) {
        this.most = most;
        this.period = period;
        this.clock = clock;
    }

    private record Uses(Instant since, int number) {}

    /** Whether the key has uses left. */
    public synchronized boolean admits(String key) {
        Uses known = uses.get(key);
        return known == null || isOver(known) || known.number() < most;
    }

    /** Notes a use. */
    public synchronized void use(String key) {
        Uses known = uses.get(key);
        uses.put(
                key,
                known == null || isOver(known)
                        ? new Uses(clock.instant(), 1)
                        : new Uses(known.since(), known.number() + 1));
    }

    /** Notes a use unless none is left; whether there was one. */
    public synchronized boolean take(String key) {
        if (!admits(key)) return false;
        use(key);
        return true;
    }

    private boolean isOver(Uses known) {
        return !clock.instant().isBefore(known.since().plus(period));
    }
}
