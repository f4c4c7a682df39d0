package org.jiugai.worktime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar years: which are published, and loading the next one from the State Council's notice. */
@Service
@Transactional
public class CalendarManagement {
    /** No case of this house is older. */
    private static final int EARLIEST = 2020;

    private final LoadedYears loaded;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarManagement(LoadedYears loaded, WorkingCalendar calendar, ApplicationEventPublisher events, Clock clock) {
        this.loaded = loaded;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Loads the calendar of a year. {@link CalendarYearLoaded} lets dates that were provisional be counted again.
     *
     * @param restDays every day off that the notice names, weekends among them or not
     * @param makeUpDays weekends on which work is made up
     * @param document number of the notice
     * @throws RuleViolation naming everything that is wrong
     */
    public void load(
            int year, Collection<LocalDate> restDays, Collection<LocalDate> makeUpDays, String document, Actor actor) {
        loaded.lock();
        YearRules.check(year, calendar.isPublished(year), restDays, makeUpDays, document)
                .refuse("worktime.yearRefused");
        loaded.add(year, new TreeSet<>(restDays), new TreeSet<>(makeUpDays), document.strip(), actor, clock.instant());
        events.publishEvent(new CalendarYearLoaded(year));
    }

    /** The published years with their working days, latest first. */
    @Transactional(readOnly = true)
    public List<PublishedYear> years() {
        List<PublishedYear> years = new ArrayList<>();
        IntStream.iterate(EARLIEST, TymeCalendar::ships, year -> year + 1)
                .forEach(year -> years.add(published(year, null, null, null)));
        loaded.all().forEach(y -> years.add(published(y.year(), y.document(), y.loadedBy(), y.loadedOn())));
        years.sort(Comparator.comparingInt(PublishedYear::year).reversed());
        return years;
    }

    private PublishedYear published(
            int year, @Nullable String document, @Nullable String loadedBy, @Nullable LocalDate loadedOn) {
        LocalDate lastYear = LocalDate.of(year - 1, 12, 31);
        int workingDays = calendar.workingDaysBetween(lastYear, LocalDate.of(year, 12, 31));
        return new PublishedYear(year, workingDays, document, loadedBy, loadedOn);
    }
}
