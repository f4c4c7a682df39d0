package org.jiugai.worktime;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A calendar year that should be there by now and is not: a warning, never an outage. Dates that touch it are provisional. */
@Component("calendarHealthIndicator")
class CalendarHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarHealth.class);
    private static final int NOTICE_IS_OUT = 15;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final AtomicInteger warnedOf = new AtomicInteger();

    CalendarHealth(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Health health() {
        int year = yearWanted(LocalDate.now(clock));
        if (calendar.isPublished(year)) return Health.up().build();
        String warning = "尚未载入" + year + "年放假安排，涉及该年的期限均为暂定：请系统管理员在“工作日历”页面载入";
        if (warnedOf.getAndSet(year) != year) LOG.warn(warning);
        return Health.up().withDetail("warning", warning).build();
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        health();
    }

    /** From mid-December on next year's calendar, else this year's. */
    static int yearWanted(LocalDate today) {
        boolean late = today.getMonth() == Month.DECEMBER && today.getDayOfMonth() > NOTICE_IS_OUT;
        return today.getYear() + (late ? 1 : 0);
    }
}
