package org.jiugai.chronicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiugai.chronicle.ModelOutline.Flow;
import org.jiugai.chronicle.Story.Passage;
import org.jiugai.chronicle.Story.Visit;

/**
 * The engine keeps which nodes were visited, but not over which flows. A visit came over the one flow to it whose source was left last
 * before it, within the same scope; each leaving of a node goes over each of its flows once.
 */
final class TakenFlows {
    private final ModelOutline model;
    private final Map<String, List<Visit>> left = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> bodies = new HashSet<>();

    private TakenFlows(ModelOutline model) {
        this.model = model;
    }

    /** @param visits of one instance, in the order in which they began */
    static List<Passage> of(ModelOutline model, List<Visit> visits) {
        TakenFlows taken = new TakenFlows(model);
        visits.stream().filter(Visit::isBody).map(Visit::id).forEach(taken.bodies::add);
        List<Visit> counted =
                visits.stream().filter(visit -> !taken.isWithinBody(visit)).toList();
        counted.stream().filter(visit -> visit.state() == Visit.State.DONE).forEach(visit -> taken.left
                .computeIfAbsent(visit.node(), n -> new ArrayList<>())
                .add(visit));
        return counted.stream()
                .flatMap(visit -> taken.passageTo(visit).stream())
                .toList();
    }

    /** The instances inside a multi-instance activity: flows lead to the body around them. */
    private boolean isWithinBody(Visit visit) {
        return visit.parent() != null && bodies.contains(visit.parent());
    }

    private Optional<Passage> passageTo(Visit visit) {
        return model.flowsTo(visit.node()).stream()
                .flatMap(flow -> latestBefore(flow, visit).stream())
                .max(Comparator.comparing(Candidate::end).thenComparing(Candidate::place))
                .map(candidate -> {
                    used.add(candidate.key());
                    return new Passage(candidate.flow().id(), candidate.from().id(), visit.id(), visit.startedAt());
                });
    }

    private Optional<Candidate> latestBefore(Flow flow, Visit to) {
        List<Visit> visits = left.getOrDefault(flow.source(), List.of());
        return IntStream.range(0, visits.size())
                .mapToObj(place -> new Candidate(flow, visits.get(place), place))
                .filter(candidate -> Objects.equals(candidate.from().parent(), to.parent()))
                .filter(candidate -> !used.contains(candidate.key()))
                .filter(candidate -> !candidate.end().isAfter(to.startedAt()))
                .max(Comparator.comparing(Candidate::end).thenComparing(Candidate::place));
    }

    /** @param place of two visits that ended in the same millisecond the later one counts */
    private record Candidate(Flow flow, Visit from, int place) {
        Instant end() {
            return Objects.requireNonNull(from.endedAt());
        }

        String key() {
            return flow.id() + " " + from.id();
        }
    }
}
