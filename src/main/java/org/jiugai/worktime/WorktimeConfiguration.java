package org.jiugai.worktime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorktimeConfiguration {
    @Bean
    WorkingCalendar workingCalendar(LoadedYears loadedYears) {
        return new TymeCalendar(loadedYears::exceptions);
    }
}
