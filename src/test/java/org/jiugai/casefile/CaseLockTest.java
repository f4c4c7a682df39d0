package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class CaseLockTest {
    @Autowired
    Scenario scenario;

    @Autowired
    CaseManagement cases;

    @Autowired
    TransactionTemplate transaction;

    /** As the last two contracts of a case do: each adds a row of the case, then asks whether it was the last. */
    @Test
    void twoWhoAddToACaseAtTheSameMomentMayBothLockIt() {
        CaseRun run = scenario.openCase("NATIONAL");
        CyclicBarrier bothAdded = new CyclicBarrier(2);
        CompletableFuture<?>[] hands = {
            CompletableFuture.runAsync(() -> addAndLock(run.caseId(), "contractor", "ja-contractor", bothAdded)),
            CompletableFuture.runAsync(() -> addAndLock(run.caseId(), "supervisor", "ja-supervisor", bothAdded))
        };
        assertThatCode(() -> CompletableFuture.allOf(hands).get(30, TimeUnit.SECONDS))
                .doesNotThrowAnyException();
    }

    private void addAndLock(long caseId, String role, String office, CyclicBarrier bothAdded) {
        transaction.executeWithoutResult(status -> {
            cases.assignParty(caseId, role, office, Actor.SYSTEM);
            await(bothAdded);
            cases.lock(caseId);
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
