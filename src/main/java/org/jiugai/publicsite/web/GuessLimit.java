package org.jiugai.publicsite.web;

import java.time.Clock;
import java.time.Duration;
import org.jiugai.kernel.Quota;
import org.springframework.stereotype.Component;

/** How many wrong codes one address may try: thirty in ten minutes, as the residents of a whole house may share one. */
@Component
class GuessLimit {
    private final Quota wrong;

    GuessLimit(Clock clock) {
        this.wrong = new Quota(30, Duration.ofMinutes(10), clock);
    }

    boolean admits(String address) {
        return wrong.admits(address);
    }

    void failed(String address) {
        wrong.use(address);
    }
}
