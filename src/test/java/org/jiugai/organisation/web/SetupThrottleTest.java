package org.jiugai.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SetupThrottleTest {
    private Instant now = Instant.parse("2024-01-02T01:00:00Z");
    private final SetupThrottle throttle = new SetupThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void anAddressThatGuessesIsHeldOffForAWhileAndNobodyElse() {
        for (int i = 0; i < SetupThrottle.MOST; i++) {
            assertThat(throttle.admits("10.0.0.1")).isTrue();
            throttle.failed("10.0.0.1");
        }
        assertThat(throttle.admits("10.0.0.1")).isFalse();
        assertThat(throttle.admits("10.0.0.2")).isTrue();
        now = now.plus(Duration.ofMinutes(16));
        assertThat(throttle.admits("10.0.0.1")).isTrue();
    }

    @Test
    void noMoreThanTenThousandAddressesAreRemembered() {
        for (int i = 0; i < SetupThrottle.MOST; i++) throttle.failed("10.0.0.1");
        for (int i = 1; i < 10_000; i++) throttle.failed("network-" + i);
        assertThat(throttle.admits("10.0.0.1")).isFalse();
        for (int i = 10_000; i < 20_000; i++) throttle.failed("network-" + i);
        assertThat(throttle.admits("10.0.0.1"))
                .as("who has not come for longest is forgotten")
                .isTrue();
    }
}
