package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jiugai.kernel.StateConflict;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final Offer FREE = new Offer(null, Set.of("a", "b"));
    private static final Offer CLAIMED = new Offer("li", Set.of("a"));

    @Test
    void aTaskIsSeenByItsOfficesAndByWhoeverClaimedIt() {
        assertThat(FREE.isOpenTo("wang", List.of("b", "c"))).isTrue();
        assertThat(FREE.isOpenTo("wang", List.of("c"))).isFalse();
        assertThat(FREE.isOpenTo("wang", List.of())).isFalse();
        assertThat(CLAIMED.isOpenTo("wang", List.of("a"))).isTrue();
        assertThat(CLAIMED.isOpenTo("li", List.of())).isTrue();
    }

    @Test
    void itIsWorkedOnByOnePersonOfThem() {
        assertThatCode(() -> FREE.requireWorkBy("wang", List.of("b"))).doesNotThrowAnyException();
        assertThatCode(() -> CLAIMED.requireWorkBy("li", List.of("a"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> FREE.requireWorkBy("wang", List.of("c"))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> CLAIMED.requireWorkBy("wang", List.of("a")))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("已由他人认领");
        assertThatThrownBy(() -> CLAIMED.requireWorkBy("wang", List.of("c"))).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aListShrinksWhateverElseItAsksForAlsoForAPersonWithoutAnOffice() {
        TaskQueryImpl query = new TaskQueryImpl();
        query.or().taskAssignee("li").taskName("x").endOr();
        Offer.narrow(query, "wang", List.of());
        assertThat(query.getQueries()).hasSize(3);
        TaskQueryImpl open = query.getQueries().get(2);
        assertThat(open.isOrQueryActive()).isTrue();
        assertThat(open.getAssignee()).isEqualTo("wang");
        assertThat(open.getCandidateGroups()).isNull();
    }
}
