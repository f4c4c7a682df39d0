package org.jiugai.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * What failed sign-ins cost. The first few are free; each further one doubles the time until the next try is looked at. Time forgives
 * one failure after the other.
 *
 * @param free failures without a wait
 * @param longest a wait never becomes longer than this
 * @param recovery after this long one failure is forgotten
 */
record FailureRule(int free, Duration longest, Duration recovery) {
    private static final int DOUBLINGS = 30;

    /** Whether a try at this moment may be looked at. */
    boolean admits(Failures failures, Instant now) {
        int count = count(failures, now);
        return count < free || !now.isBefore(failures.last().plus(waiting(count)));
    }

    /** One failure more. */
    Failures more(Failures failures, Instant now) {
        Instant from = failures.forgiven().isAfter(now) ? failures.forgiven() : now;
        return new Failures(now, from.plus(recovery));
    }

    /** One failure less: it was none. */
    Failures less(Failures failures) {
        return new Failures(failures.last(), failures.forgiven().minus(recovery));
    }

    int count(Failures failures, Instant now) {
        long left = Duration.between(now, failures.forgiven()).toMillis();
        return left <= 0 ? 0 : Math.toIntExact((left - 1) / recovery.toMillis() + 1);
    }

    private Duration waiting(int count) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /**
     * @param last when the last failure was
     * @param forgiven when, without another one, all of them are forgotten
     */
    record Failures(Instant last, Instant forgiven) {
        static final Failures NONE = new Failures(Instant.EPOCH, Instant.EPOCH);
    }
}
