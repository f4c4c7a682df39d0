package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.chronicle.ModelOutline.Flow;
import org.jiugai.chronicle.Story.Passage;
import org.jiugai.chronicle.Story.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which flows were taken, from nothing but which nodes were visited when. */
class TakenFlowsTest {
    private final List<Visit> visits = new ArrayList<>();

    @Test
    void aLoopTakesItsFlowsAsOftenAsItTurned() {
        visit("start", 0, 0);
        visit("draft", 0, 5);
        visit("gateway", 5, 5);
        visit("draft", 5, 9);
        visit("gateway", 9, 9);
        visit("end", 9, 9);
        assertThat(taken("start>draft", "draft>gateway", "gateway>draft", "gateway>end"))
                .containsExactly("start>draft", "draft>gateway", "gateway>draft", "draft>gateway", "gateway>end");
    }

    @Test
    void aForkGoesEveryWayOnceAndTheJoinIsReachedOnceByEach() {
        visit("fork", 0, 0);
        visit("one", 0, 4);
        visit("two", 0, 7);
        visit("join", 4, 7);
        visit("join", 7, 7);
        visit("end", 7, 7);
        assertThat(taken("fork>one", "fork>two", "one>join", "two>join", "join>end"))
                .containsExactly("fork>one", "fork>two", "one>join", "two>join", "join>end");
    }

    @Test
    void ofTwoWaysToANodeTheOneThatWasLeftLastWasTaken() {
        visit("early", 0, 1);
        visit("late", 1, 6);
        visit("merge", 6, 6);
        assertThat(taken("early>merge", "late>merge", "early>late")).containsExactly("early>late", "late>merge");
    }

    @Test
    void nothingLeadsOnFromWhatWasCancelled() {
        visit("task", 0, 3, Visit.State.CANCELLED, "userTask", null);
        visit("boundary", 3, 3);
        visit("after", 3, 8);
        assertThat(taken("task>after", "boundary>after")).containsExactly("boundary>after");
    }

    @Test
    void flowsLeadToTheBodyOfAMultiInstanceActivityNotToItsInstances() {
        visit("before", 0, 0);
        Visit body = visit("each", 0, 9, Visit.State.DONE, "multiInstanceBody", null);
        visit("each", 0, 4, Visit.State.DONE, "userTask", body.id());
        visit("each", 0, 9, Visit.State.DONE, "userTask", body.id());
        visit("after", 9, 9);
        assertThat(taken("before>each", "each>after")).containsExactly("before>each", "each>after");
    }

    private void visit(String node, int from, int until) {
        visit(node, from, until, Visit.State.DONE, "task", null);
    }

    private Visit visit(String node, int from, int until, Visit.State state, String type, @Nullable String parent) {
        Visit visit = new Visit(
                node + visits.size(), node, node, type, parent, state, at(from), at(until), null, null, null, null);
        visits.add(visit);
        return visit;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private List<String> taken(String... flows) {
        Map<String, List<Flow>> to = Stream.of(flows)
                .map(flow -> new Flow(flow, flow.split(">")[0], flow.split(">")[1]))
                .collect(Collectors.groupingBy(Flow::target));
        return TakenFlows.of(new ModelOutline(Map.of(), to), visits).stream()
                .map(Passage::flow)
                .toList();
    }
}
