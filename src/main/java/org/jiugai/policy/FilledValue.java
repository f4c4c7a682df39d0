package org.jiugai.policy;

import java.time.Instant;

/** What an administrator filled in where the source is blank. */
record FilledValue(String key, String value, String filledBy, Instant filledAt) {}
