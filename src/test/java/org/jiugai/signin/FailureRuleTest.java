package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jiugai.signin.FailureRule.Failures;
import org.junit.jupiter.api.Test;

/** What failed sign-ins cost, and when they are forgiven. */
class FailureRuleTest {
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private final FailureRule rule = new FailureRule(3, Duration.ofMinutes(1), Duration.ofMinutes(10));

    @Test
    void theFirstFewAreFree() {
        assertThat(rule.admits(Failures.NONE, START)).isTrue();
        assertThat(rule.admits(failed(2), START)).isTrue();
        assertThat(rule.admits(failed(3), START)).isFalse();
    }

    @Test
    void eachFurtherOneDoublesTheWaitUpToTheLongest() {
        assertThat(waitAfter(3)).isEqualTo(1);
        assertThat(waitAfter(4)).isEqualTo(2);
        assertThat(waitAfter(5)).isEqualTo(4);
        assertThat(waitAfter(8)).isEqualTo(32);
        assertThat(waitAfter(9)).isEqualTo(60);
        assertThat(waitAfter(80)).isEqualTo(60);
    }

    /** Doubled so often that the figure would begin anew. */
    @Test
    void noNumberOfFailuresMakesTheWaitShortAgain() {
        for (int failures = 9; failures < 140; failures++)
            assertThat(waitAfter(failures)).as("%s failures", failures).isEqualTo(60);
    }

    @Test
    void timeForgivesOneAfterTheOther() {
        Failures four = failed(4);
        assertThat(rule.count(four, START)).isEqualTo(4);
        assertThat(rule.count(four, START.plus(Duration.ofMinutes(10)))).isEqualTo(3);
        assertThat(rule.count(four, START.plus(Duration.ofMinutes(11)))).isEqualTo(3);
        assertThat(rule.count(four, START.plus(Duration.ofMinutes(40)))).isZero();
    }

    @Test
    void whatWasNoneIsTakenBack() {
        assertThat(rule.count(rule.less(failed(4)), START)).isEqualTo(3);
        assertThat(rule.count(rule.less(failed(1)), START)).isZero();
    }

    private Failures failed(int times) {
        Failures failures = Failures.NONE;
        for (int i = 0; i < times; i++) failures = rule.more(failures, START);
        return failures;
    }

    private long waitAfter(int failures) {
        Failures soFar = failed(failures);
        for (long seconds = 0; ; seconds++) {
            // before time forgives any
            if (rule.admits(soFar, START.plusSeconds(seconds))) return seconds;
        }
    }
}
