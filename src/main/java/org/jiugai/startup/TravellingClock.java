package org.jiugai.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one clock of application and engine. It runs, and can be set forward: by the demonstration, and by tests. Never backward. */
public final class TravellingClock extends Clock {
    /** The zone of every date in this house. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;

    /** Sets both clocks to this many seconds ahead of (or behind) the machine's. */
    public void shift(Duration offset) {
        ahead = offset;
        ClockUtil.offset(offset.toMillis());
    }

    public Duration offset() {
        return ahead;
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }
}
