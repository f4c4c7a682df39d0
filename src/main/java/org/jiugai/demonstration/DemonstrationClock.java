package org.jiugai.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jiugai.engine.DueTimers;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.startup.TravellingClock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 演示时钟: moves the clock of application and engine forward together, and remembers it over restarts. */
@Service
@Profile("!production")
public class DemonstrationClock {
    /** The demonstration starts on this day. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);

    private static final int LONGEST_STEP = 800;
    private final TravellingClock clock;
    private final JdbcClient jdbc;
    private final DueTimers timers;

    DemonstrationClock(Clock clock, JdbcClient jdbc, DueTimers timers) {
        this.clock = (TravellingClock) clock;
        this.jdbc = jdbc;
        this.timers = timers;
    }

    /** At start: where the clock was, or nine o'clock of the first day. */
    void restore() {
        Optional<Long> ahead = jdbc.sql("select ahead_ms from demonstration_clock")
                .query(Long.class)
                .optional();
        if (ahead.isPresent()) clock.shift(Duration.ofMillis(ahead.get()));
        else moveTo(FIRST_DAY, LocalTime.of(9, 0));
    }

    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /** The date of the next timer, if any waits. */
    public Optional<ZonedDateTime> nextDue() {
        return timers.next().map(instant -> instant.atZone(TravellingClock.SHANGHAI));
    }

    /**
     * Moves forward by whole days and fires every timer that is due by then, in order.
     *
     * @return how many timers fired
     */
    public int forward(int days) {
        if (days < 1 || days > LONGEST_STEP) {
            throw new RuleViolation("demonstration.step", "days", "【天数】应在1至" + LONGEST_STEP + "之间");
        }
        return forwardTo(now().toLocalDate().plusDays(days), now().toLocalTime());
    }

    /** Moves just past the next timer. */
    public int forwardToNextDue() {
        return nextDue()
                .map(due -> due.isBefore(now())
                        ? timers.fire()
                        : forwardTo(
                                due.plusMinutes(1).toLocalDate(),
                                due.plusMinutes(1).toLocalTime()))
                .orElse(0);
    }

    private int forwardTo(LocalDate day, LocalTime time) {
        ZonedDateTime target = ZonedDateTime.of(day, time, TravellingClock.SHANGHAI);
        int fired = timers.fire();
        for (Optional<ZonedDateTime> due = nextDue();
                due.isPresent() && due.get().isBefore(target);
                due = nextDue()) {
            if (due.get().isAfter(now())) {
                ZonedDateTime past = due.get().plusSeconds(1);
                moveTo(past.toLocalDate(), past.toLocalTime());
            }
            int now = timers.fire();
            if (now == 0) break;
            fired += now;
        }
        if (target.isAfter(now())) moveTo(day, time);
        return fired + timers.fire();
    }

    private void moveTo(LocalDate day, LocalTime time) {
        Duration ahead = Duration.between(
                Clock.systemUTC().instant(),
                ZonedDateTime.of(day, time, TravellingClock.SHANGHAI).toInstant());
        jdbc.sql(
                        """
                        insert into demonstration_clock (one, ahead_ms) values (true, ?)
                        on conflict (one) do update set ahead_ms = excluded.ahead_ms""")
                .param(ahead.toMillis())
                .update();
        clock.shift(ahead);
    }
}
