package org.jiugai.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.chronicle.Story.Run;
import org.jiugai.chronicle.Story.Visit;

/**
 * In which step a fact was entered. The rooms do not keep that: the recording step behind a user task writes its rows while it runs, so the
 * time of the record says it.
 */
final class Whereabouts {
    /** Application and engine cut the same clock at different digits. */
    private static final Duration GRAIN = Duration.ofMillis(1);

    private final List<Place> recording = new ArrayList<>();
    private final Map<String, Visit> before = new HashMap<>();

    Whereabouts(List<Run> runs) {
        for (Run run : runs) {
            Map<String, Visit> visits = new HashMap<>();
            run.visits().forEach(visit -> visits.put(visit.id(), visit));
            run.passages()
                    .forEach(passage -> before.put(passage.to(), Objects.requireNonNull(visits.get(passage.from()))));
            run.visits().stream()
                    .filter(visit -> visit.type().equals("serviceTask") && visit.state() == Visit.State.DONE)
                    .forEach(visit -> recording.add(new Place(run, visit)));
        }
    }

    /** A visit with the instance in which it lies. */
    record Place(Run run, Visit visit) {
        /** How far the visit's time is away from the moment, nothing where it covers it. */
        Duration away(Instant at) {
            Instant end = Objects.requireNonNull(visit.endedAt());
            if (at.isBefore(visit.startedAt())) return Duration.between(at, visit.startedAt());
            return at.isAfter(end) ? Duration.between(end, at) : Duration.ZERO;
        }
    }

    /** The user task whose form gave the fact, or the service task by which the engine itself recorded it. */
    Optional<Place> of(Instant recordedAt) {
        Instant at = recordedAt.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        return recording.stream()
                .filter(place -> place.away(at).compareTo(GRAIN) <= 0)
                .min(Comparator.comparing(place -> place.away(at)))
                .map(place -> {
                    Visit earlier = before.get(place.visit().id());
                    return earlier != null && earlier.type().equals("userTask")
                            ? new Place(place.run(), earlier)
                            : place;
                });
    }
}
