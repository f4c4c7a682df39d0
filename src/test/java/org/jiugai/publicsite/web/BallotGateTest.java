package org.jiugai.publicsite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BallotGateTest {
    @Test
    void whoFindsNoPlaceInTimeIsToldSoAndTheNextOneFindsIt() {
        BallotGate gate = new BallotGate(1, Duration.ofMillis(1), 10);
        assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).isFalse();
        gate.leave();
        assertThat(gate.enter()).isTrue();
    }

    @Test
    void whereNobodyMayWaitTheAnswerComesAtOnce() {
        BallotGate gate = new BallotGate(1, Duration.ofHours(1), 0);
        assertThat(gate.enter()).isFalse();
    }
}
