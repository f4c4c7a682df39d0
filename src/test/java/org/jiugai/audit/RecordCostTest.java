package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the record adds to completing a task; the figures stand in ADR 0030. */
@ProcessTest
class RecordCostTest {
    private static final int ROUNDS = 200;

    @Autowired
    Scenario scenario;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aTaskIsHardlyCompletedLaterForTheRecord() {
        long[] completing = new long[12];
        long entries = 0;
        for (int i = 0; i < completing.length; i++) {
            CaseRun run = scenario.openCase("TOWN-LT");
            Task task = run.task("household-survey");
            String person = run.candidate(task, p -> false);
            Map<String, Object> fields = run.fields("household-survey", Map.of());
            scenario.signedIn(person);
            long before = size();
            long start = System.nanoTime();
            assertThat(run.submit(task, person, fields).status()).isEqualTo(204);
            completing[i] = System.nanoTime() - start;
            entries = size() - before;
        }
        long[] recording = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long of = entries;
            long start = System.nanoTime();
            transaction.executeWithoutResult(status -> {
                for (long e = 0; e < of; e++) trail.record(Actor.SYSTEM, "audit.tried", "cost:1", "说明");
            });
            recording[i] = System.nanoTime() - start;
        }
        long task = median(completing);
        long record = median(recording);
        System.out.printf(
                "claiming and completing a task: %d µs, its %d entries alone in a transaction of their own: %d µs%n",
                task / 1000, entries, record / 1000);
        assertThat(entries).isPositive();
        assertThat(Duration.ofNanos(record)).isLessThan(Duration.ofNanos(task / 2));
    }

    private long size() {
        return scenario.jdbc
                .sql("select coalesce(max(sequence), 0) from audit_link")
                .query(Long.class)
                .single();
    }

    private static long median(long[] times) {
        long[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
