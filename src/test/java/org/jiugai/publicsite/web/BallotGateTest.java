package org.jiugai.publicsite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BallotGateTest {
    @Test
    void whoFindsNoPlaceIsToldSoAndTheNextOneFindsIt() throws InterruptedException {
        BallotGate gate = new BallotGate(1, Duration.ofMillis(1), 10);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> gate.pass(() -> {
            inside.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "counted";
        }));
        inside.await();
        assertThatThrownBy(() -> gate.pass(() -> "lost")).isInstanceOf(BallotGate.Crowded.class);
        leave.countDown();
        assertThat(first.join()).isEqualTo("counted");
        assertThat(gate.<String>pass(() -> "next")).isEqualTo("next");
    }

    @Test
    void whereNobodyMayWaitTheAnswerComesAtOnce() {
        BallotGate gate = new BallotGate(1, Duration.ofHours(1), 0);
        assertThatThrownBy(() -> gate.pass(() -> "lost")).isInstanceOf(BallotGate.Crowded.class);
    }

    @Test
    void aPlaceIsFreeAgainAfterARefusal() {
        BallotGate gate = new BallotGate(1, Duration.ofMillis(1), 10);
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(() -> gate.pass(() -> {
                        throw new IllegalStateException("refused");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        assertThat(gate.<String>pass(() -> "next")).isEqualTo("next");
    }
}
