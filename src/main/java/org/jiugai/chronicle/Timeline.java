package org.jiugai.chronicle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.chronicle.Story.Moment;
import org.jiugai.chronicle.Story.Run;
import org.jiugai.chronicle.Story.Visit;
import org.jspecify.annotations.Nullable;

/** Steps of the processes and facts of the rooms in one order, that in which they were recorded. */
final class Timeline {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String PROCESS = "流程";

    private final List<Run> runs;
    private final Whereabouts whereabouts;
    private final Names names;
    private final int lateAfter;

    /** @param lateAfter days after which a record is late */
    Timeline(List<Run> runs, Names names, int lateAfter) {
        this.runs = runs;
        this.whereabouts = new Whereabouts(runs);
        this.names = names;
        this.lateAfter = lateAfter;
    }

    List<Moment> of(List<CaseFact> facts) {
        return Stream.concat(runs.stream().flatMap(this::steps), facts.stream().map(this::moment))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private Stream<Moment> steps(Run run) {
        Stream<Moment> ends =
                run.endedAt() == null ? Stream.empty() : Stream.of(step(run.endedAt(), ended(run), run, null));
        return Stream.of(
                        Stream.of(step(run.startedAt(), "“" + run.name() + "”开始", run, null)),
                        run.visits().stream().flatMap(visit -> step(run, visit).stream()),
                        ends)
                .flatMap(moments -> moments);
    }

    private static String ended(Run run) {
        String how = run.state().equals("COMPLETED") ? "结束" : "被终止";
        return "“" + run.name() + "”" + how + (run.outcome() == null ? "" : "：" + run.outcome());
    }

    /** What a reader asks after: what people did or left, and what the calendar or a message set off. */
    private static Optional<Moment> step(Run run, Visit visit) {
        String name = "“" + (visit.name().isEmpty() ? visit.node() : visit.name()) + "”";
        Instant end = visit.endedAt();
        if (visit.type().equals("userTask")) {
            if (end == null) return Optional.of(step(visit.startedAt(), name + "交办，尚未完成", run, visit));
            return Optional.of(
                    step(end, name + (visit.state() == Visit.State.CANCELLED ? "撤销，未办理" : "办理完成"), run, visit));
        }
        boolean happens = visit.type().contains("Timer")
                || visit.type().contains("essage")
                || visit.type().contains("rror");
        if (!happens || end == null || visit.state() == Visit.State.CANCELLED) return Optional.empty();
        return Optional.of(step(end, name + "发生", run, visit));
    }

    private static Moment step(Instant at, String text, Run run, @Nullable Visit visit) {
        return new Moment(
                PROCESS,
                at,
                null,
                0,
                false,
                text,
                visit == null ? null : visit.who(),
                visit == null ? null : visit.forWhom(),
                run.id(),
                visit == null ? null : visit.id(),
                null);
    }

    private Moment moment(CaseFact fact) {
        Optional<Whereabouts.Place> place = whereabouts.of(fact.recordedAt());
        LocalDate recordedOn = fact.recordedAt().atZone(SHANGHAI).toLocalDate();
        long gap = ChronoUnit.DAYS.between(fact.happenedOn(), recordedOn);
        return new Moment(
                fact.kind().label(),
                fact.recordedAt(),
                fact.happenedOn(),
                gap,
                gap > lateAfter,
                fact.sentence(),
                names.shown(fact.person(), fact.office()),
                place.map(p -> p.visit().forWhom()).orElse(null),
                place.map(p -> p.run().id()).orElse(null),
                place.map(p -> p.visit().id()).orElse(null),
                fact.document());
    }
}
