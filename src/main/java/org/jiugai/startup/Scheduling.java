package org.jiugai.startup;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Sweepers run by themselves; a test calls them. */
@Configuration(proxyBeanMethods = false)
@Profile("!test")
@EnableScheduling
class Scheduling {}
