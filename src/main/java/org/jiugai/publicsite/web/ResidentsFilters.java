package org.jiugai.publicsite.web;

import java.time.Clock;
import java.time.Duration;
import org.jiugai.kernel.Quota;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before the residents' pages, ahead of sign-in and sessions: only the encoding of characters comes first. */
@Configuration(proxyBeanMethods = false)
class ResidentsFilters {
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    FilterRegistrationBean<VisitorLimit> visitorLimit(
            Clock clock, @Value("${jiugai.public-site.requests-per-minute:300}") int most) {
        FilterRegistrationBean<VisitorLimit> limit =
                new FilterRegistrationBean<>(new VisitorLimit(new Quota(most, Duration.ofMinutes(1), clock)));
        limit.addUrlPatterns("/gongkai/*", "/zhuhu/*");
        limit.setOrder(FIRST);
        return limit;
    }

    @Bean
    FilterRegistrationBean<BallotQueue> ballotQueue(BallotGate gate) {
        FilterRegistrationBean<BallotQueue> queue = new FilterRegistrationBean<>(new BallotQueue(gate));
        queue.addUrlPatterns(BallotQueue.PATH);
        queue.setOrder(FIRST + 1);
        return queue;
    }
}
