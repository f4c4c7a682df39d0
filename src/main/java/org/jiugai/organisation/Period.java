package org.jiugai.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * From one day to another, both included.
 *
 * @param from null for ever since
 * @param until null for no end
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /** Reads both days as typed, blank for none; notes what cannot be read. */
    static Period read(String from, String until, Faults faults) {
        Period read = new Period(day(from, "from", "起", faults), day(until, "until", "止", faults));
        faults.require(
                read.from == null || read.until == null || !read.until.isBefore(read.from), "until", "【止】不能早于【起】");
        return read;
    }

    private static @Nullable LocalDate day(String text, String field, String label, Faults faults) {
        String key = NameKey.of(text);
        if (key.isEmpty()) return null;
        Matcher parts = DAY.matcher(key);
        try {
            if (parts.matches())
                return LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        } catch (DateTimeException notInTheCalendar) {
            // said below
        }
        faults.add(field, "【" + label + "】不是有效的日期（例如2024-01-31）：“" + text.strip() + "”");
        return null;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }

    /** Whether some day of it is this one or a later one. */
    boolean isOpen(LocalDate day) {
        return until == null || !until.isBefore(day) && (from == null || !until.isBefore(from));
    }

    /** Whether both hold on some day. */
    boolean overlaps(Period other) {
        return isEver()
                && other.isEver()
                && (until == null || other.from == null || !until.isBefore(other.from))
                && (other.until == null || from == null || !other.until.isBefore(from));
    }

    private boolean isEver() {
        return from == null || until == null || !until.isBefore(from);
    }

    /** Ended at once: the day before is the last one, or none at all when it had not begun by then. */
    Period endedBefore(LocalDate day) {
        LocalDate last = day.minusDays(1);
        return new Period(from, from != null && from.isAfter(last) ? from.minusDays(1) : last);
    }

    /** Beginning on that day when no beginning was said. */
    Period startingAtLast(LocalDate day) {
        return from == null ? new Period(day, until) : this;
    }

    public String shown() {
        if (!isEver()) return "已撤销";
        if (from == null && until == null) return "长期";
        return (from == null ? "" : from + "起") + (until == null ? "" : (from == null ? "" : "，") + "至" + until);
    }
}
