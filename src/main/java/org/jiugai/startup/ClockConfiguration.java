package org.jiugai.startup;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    @Profile("production")
    Clock systemClock() {
        return Clock.system(TravellingClock.SHANGHAI);
    }

    @Bean
    @Profile("!production")
    TravellingClock travellingClock() {
        return new TravellingClock();
    }
}
