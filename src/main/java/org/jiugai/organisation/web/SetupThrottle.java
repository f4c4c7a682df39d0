package org.jiugai.organisation.web;

import java.time.Clock;
import java.time.Duration;
import org.jiugai.kernel.Quota;
import org.springframework.stereotype.Component;

/** Lets an address bring so many wrong tokens in a while; after that the right one does not help it either, until the while is over. */
@Component
class SetupThrottle {
    static final int MOST = 10;
    private final Quota wrong;

    SetupThrottle(Clock clock) {
        this.wrong = new Quota(MOST, Duration.ofMinutes(15), clock);
    }

    boolean admits(String address) {
        return wrong.admits(address);
    }

    void failed(String address) {
        wrong.use(address);
    }
}
