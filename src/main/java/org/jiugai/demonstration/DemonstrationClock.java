package org.jiugai.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.engine.DueTimers;
import org.jiugai.engine.DueTimers.Fired;
import org.jiugai.engine.OpenDueDates;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.startup.ClockMoved;
import org.jiugai.startup.TravellingClock;
import org.springframework.context.ApplicationEventPublisher;
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
    private final OpenDueDates tasks;
    private final ApplicationEventPublisher events;

    DemonstrationClock(
            Clock clock, JdbcClient jdbc, DueTimers timers, OpenDueDates tasks, ApplicationEventPublisher events) {
        this.clock = (TravellingClock) clock;
        this.jdbc = jdbc;
        this.timers = timers;
        this.tasks = tasks;
        this.events = events;
    }

    /** At start: where the clock was, or nine o'clock of the first day. */
    void restore() {
        Optional<Long> ahead = jdbc.sql("select ahead_ms from demonstration_clock")
                .query(Long.class)
                .optional();
        if (ahead.isPresent()) clock.shift(Duration.ofMillis(ahead.get()));
        else moveTo(FIRST_DAY.atTime(9, 0).atZone(TravellingClock.SHANGHAI));
    }

    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /** The next time limit, if there is one: of a timer, or of an open task. */
    public Optional<ZonedDateTime> nextDue() {
        Instant now = clock.instant();
        return Stream.of(timers.nextAfter(now), tasks.nextAfter(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(instant -> instant.atZone(TravellingClock.SHANGHAI));
    }

    /** Moves forward by whole days and fires every timer that is due by then, in order; stops at a timer that does not fire. */
    public synchronized Fired forward(int days) {
        if (days < 1 || days > LONGEST_STEP) {
            throw new RuleViolation("demonstration.step", "days", "【天数】应在1至" + LONGEST_STEP + "之间");
        }
        return forwardTo(now().plusDays(days));
    }

    /** Moves just past the next time limit; stops at a timer that does not fire. */
    public synchronized Fired forwardToNextDue() {
        return forwardTo(nextDue().map(due -> due.plusMinutes(1)).orElseGet(this::now));
    }

    /** Day by day, so that whoever looks at the date sees each of them. */
    private Fired forwardTo(ZonedDateTime target) {
        Fired fired = timers.fire();
        while (fired.isComplete() && now().isBefore(target)) {
            moveTo(nextStop(target));
            fired = timers.fire().after(fired);
            events.publishEvent(new ClockMoved(now()));
        }
        return fired;
    }

    private ZonedDateTime nextStop(ZonedDateTime target) {
        ZonedDateTime now = now();
        ZonedDateTime tomorrow = now.plusDays(1);
        ZonedDateTime stop = tomorrow.isBefore(target) ? tomorrow : target;
        return timers.nextAfter(now.toInstant())
                .map(due -> due.atZone(TravellingClock.SHANGHAI).plusSeconds(1))
                .filter(due -> due.isBefore(stop))
                .orElse(stop);
    }

    private void moveTo(ZonedDateTime moment) {
        Duration ahead = Duration.between(Clock.systemUTC().instant(), moment.toInstant());
        jdbc.sql(
                        """
                        insert into demonstration_clock (one, ahead_ms) values (true, ?)
                        on conflict (one) do update set ahead_ms = excluded.ahead_ms""")
                .param(ahead.toMillis())
                .update();
        clock.shift(ahead);
    }
}
