package org.jiugai.startup;

import java.time.ZonedDateTime;

/** The clock was set forward: who looks at the date from time to time looks now. */
public record ClockMoved(ZonedDateTime now) {}
