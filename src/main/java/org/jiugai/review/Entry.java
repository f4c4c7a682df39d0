package org.jiugai.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jiugai.kernel.Actor;

/** Who states a fact, the day it happened, the moment it was recorded. */
record Entry(Actor actor, LocalDate happenedOn, Instant recordedAt) {
    Timestamp recorded() {
        return Timestamp.from(recordedAt);
    }
}
