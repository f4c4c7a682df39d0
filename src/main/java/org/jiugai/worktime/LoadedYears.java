package org.jiugai.worktime;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years that an administrator loaded. Read anew each time, so that every node counts alike. */
@Repository
class LoadedYears {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final JdbcClient jdbc;

    LoadedYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days of a year that differ from the week, true where people work; null when the year was not loaded. */
    @Nullable
    Map<LocalDate, Boolean> exceptions(int year) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        jdbc.sql("select day, kind from worktime_day where year = ?")
                .param(year)
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            row.getString("kind").equals("WORK"));
                });
        // a loaded year has its New Year at least
        return days.isEmpty() ? null : days;
    }

    /** One writer at a time; also nobody counts with half a year. */
    void lock() {
        jdbc.sql("lock table worktime_year in share row exclusive mode").update();
    }

    void add(
            int year,
            Collection<LocalDate> restDays,
            Collection<LocalDate> makeUpDays,
            String document,
            Actor actor,
            Instant now) {
        jdbc.sql("insert into worktime_year (year, document, loaded_by, loaded_at) values (?, ?, ?, ?)")
                .params(year, document, actor.shown(), Timestamp.from(now))
                .update();
        restDays.forEach(day -> add(year, day, "REST", document));
        makeUpDays.forEach(day -> add(year, day, "WORK", document));
    }

    private void add(int year, LocalDate day, String kind, String document) {
        jdbc.sql("insert into worktime_day (day, kind, year, source) values (?, ?, ?, ?)")
                .params(day, kind, year, document)
                .update();
    }

    List<Year> all() {
        return jdbc.sql("select year, document, loaded_by, loaded_at from worktime_year order by year")
                .query((row, n) -> new Year(
                        row.getInt("year"),
                        row.getString("document"),
                        row.getString("loaded_by"),
                        row.getTimestamp("loaded_at")
                                .toInstant()
                                .atZone(SHANGHAI)
                                .toLocalDate()))
                .list();
    }

    record Year(int year, String document, String loadedBy, LocalDate loadedOn) {}
}
