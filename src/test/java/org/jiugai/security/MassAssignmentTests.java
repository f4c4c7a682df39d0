package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Open forms, each with more than it declares and with values at the ends of their ranges. */
@ProcessTest
class MassAssignmentTests {
    @Autowired
    private ApplicationContext beans;

    @Test
    void everyFormWasOpen() {
        assertThat(HostileWalk.of(beans).forms()).containsAll(HostileWalk.shippedForms());
    }

    @Test
    void noFormTakesAFieldOrAVariableThatItDoesNotDeclare() {
        assertThat(HostileWalk.of(beans).attempts())
                .filteredOn(a -> a.kind().equals(Attempt.UNDECLARED))
                .hasSizeGreaterThan(250)
                .filteredOn(Attempt::failed)
                .isEmpty();
    }

    @Test
    void noValueIsAnErrorOfTheServer() {
        assertThat(HostileWalk.of(beans).attempts())
                .filteredOn(a -> a.kind().equals(Attempt.EXTREME))
                .hasSizeGreaterThan(1_000)
                .filteredOn(Attempt::failed)
                .isEmpty();
    }

    @Test
    void whatWasTriedDidNotMoveTheCase() {
        CaseRun run = HostileWalk.of(beans).run();
        run.assertEnded("endEvent_retentionReleased");
    }
}
