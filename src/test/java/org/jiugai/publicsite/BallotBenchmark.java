package org.jiugai.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.jiugai.ballot.Matter;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * How many ballots a second come in over the web, on a durable database, beside a plain insert; what happens when there are too many. Not a
 * test: it is run by name ({@code mvn verify -Dfast -Dtest=BallotBenchmark}) on a quiet machine and prints its figures.
 */
@ProcessTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "jiugai.database.durable=true",
            "jiugai.database.directory=target/benchmark-data/${random.uuid}",
            "jiugai.public-site.requests-per-minute=10000000"
        })
class BallotBenchmark {
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");
    private static final int RATE = 400;
    private static final int SECONDS = 20;
    private static final int FLOOD = 1500;
    private static final int FLOOD_SECONDS = 4;
    private static final int CONNECTIONS = 350;

    @Autowired
    private Scenario scenario;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HouseholdCodes codes;

    @Autowired
    private HouseholdSessions sessions;

    @Autowired
    private VoteManagement votes;

    @LocalServerPort
    private int port;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    /** Connections are kept open, as a proxy before the server keeps them. */
    private final ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);

    @BeforeAll
    static void keepConnections() {
        System.setProperty("http.maxConnections", Integer.toString(CONNECTIONS));
    }

    private record Outcome(int status, double millis) {}

    @Test
    void figures() throws Exception {
        int warm = 1000;
        int voters = warm + RATE * SECONDS + FLOOD * FLOOD_SECONDS;
        CaseRun run = scenario.openCase("TOWN-LT");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), voters / 100 + 1, 100);
        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR));
        run.startProcess("owners-vote", Map.of("communityId", run.communityIds().get(0)));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        run.advanceTo(LocalDate.of(2024, 1, 17));
        long round =
                votes.latest(run.communityIds().get(0)).orElseThrow().round().id();
        List<String> tokens = registry.units(run.communities().get(0).registeredId()).stream()
                .map(unit ->
                        sessions.enter(codes.issue(unit.id(), "测量", STREET)).orElseThrow())
                .toList();
        scenario.jdbc
                .sql("create table plain_insert (id bigint primary key, sealed text not null, at timestamptz not null)")
                .update();
        Client approver = scenario.signedIn("jiugai");

        open(warm, RATE, i -> vote(round, tokens.get(i)));
        long before = counted(round);
        double[] quiet = approvals(approver, 50);
        ConcurrentLinkedQueue<Double> during = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < SECONDS * 4; i++) during.add(once(approver));
        });
        List<Outcome> cast = open(RATE * SECONDS, RATE, i -> vote(round, tokens.get(warm + i)));
        working.join();
        List<Outcome> plain = open(RATE * SECONDS, RATE, this::insert);
        report("ballots at " + RATE + "/s", cast);
        report("plain inserts at " + RATE + "/s", plain);
        System.out.printf(
                "approver: quiet median %.0f ms, p95 %.0f ms; during the vote median %.0f ms, p95 %.0f ms%n",
                at(quiet, 0.5), at(quiet, 0.95), at(sorted(during), 0.5), at(sorted(during), 0.95));
        long counted = counted(round);
        assertThat(counted - before)
                .isEqualTo(cast.stream().filter(each -> each.status() == 200).count());

        ConcurrentLinkedQueue<Double> flooded = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> still = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < FLOOD_SECONDS * 3; i++) flooded.add(once(approver));
        });
        List<Outcome> flood =
                open(FLOOD * FLOOD_SECONDS, FLOOD, i -> vote(round, tokens.get(warm + RATE * SECONDS + i)));
        still.join();
        report("ballots at " + FLOOD + "/s", flood);
        System.out.printf(
                "approver during the flood: median %.0f ms, p95 %.0f ms%n",
                at(sorted(flooded), 0.5), at(sorted(flooded), 0.95));
        assertThat(counted(round) - counted)
                .as("none lost, none doubled")
                .isEqualTo(flood.stream().filter(each -> each.status() == 200).count());
    }

    /** Sends at the times of the plan, whatever has come back, and measures from those times. */
    private List<Outcome> open(int number, int rate, IntFunction<CompletableFuture<Integer>> send) {
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Runnable tick = () -> {
            while (next.get() < number && start + next.get() * 1_000_000_000L / rate <= System.nanoTime()) {
                int i = next.getAndIncrement();
                long planned = start + i * 1_000_000_000L / rate;
                all.add(send.apply(i)
                        .thenAccept(status -> outcomes.add(new Outcome(status, (System.nanoTime() - planned) / 1e6))));
            }
            if (next.get() >= number) sent.complete(null);
        };
        var ticking = clock.scheduleAtFixedRate(tick, 0, 1, TimeUnit.MILLISECONDS);
        sent.join();
        ticking.cancel(false);
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return List.copyOf(outcomes);
    }

    private CompletableFuture<Integer> vote(long round, String token) {
        byte[] form = ("_csrf=measure&round=" + round + "&choice1=AGREE").getBytes(StandardCharsets.US_ASCII);
        return CompletableFuture.supplyAsync(() -> post(form, token), senders);
    }

    /** 0 for an answer that looks good and brings no receipt. */
    private int post(byte[] form, String token) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/zhuhu/jia/ballots")
                            .toURL()
                            .openConnection();
            connection.setDoOutput(true);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Cookie", "JIUGAI-HOUSEHOLD=" + token + "; JIUGAI-CSRF=measure");
            connection.setFixedLengthStreamingMode(form.length);
            connection.getOutputStream().write(form);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return status == 200 && !answer.contains("回执") ? 0 : status;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<Integer> insert(int i) {
        return CompletableFuture.supplyAsync(() -> {
            scenario.jdbc
                    .sql("insert into plain_insert values (?, ?, now())")
                    .params(i, "x".repeat(60))
                    .update();
            return 200;
        });
    }

    private double once(Client approver) {
        long start = System.nanoTime();
        approver.get("/cases");
        double millis = (System.nanoTime() - start) / 1e6;
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        return millis;
    }

    private double[] approvals(Client approver, int number) {
        double[] times = new double[number];
        for (int i = 0; i < number; i++) {
            long start = System.nanoTime();
            approver.get("/cases");
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private long counted(long round) {
        return scenario.jdbc
                .sql("select count(distinct entry_id) from ballot where round_id = ? and state = 'COUNTED'")
                .param(round)
                .query(Long.class)
                .single();
    }

    private static void report(String what, List<Outcome> outcomes) {
        double[] good = outcomes.stream()
                .filter(each -> each.status() == 200)
                .mapToDouble(Outcome::millis)
                .sorted()
                .toArray();
        double[] refused = outcomes.stream()
                .filter(each -> each.status() != 200)
                .mapToDouble(Outcome::millis)
                .sorted()
                .toArray();
        System.out.printf(
                "%s: %d accepted (median %.1f ms, p95 %.1f ms, p99 %.1f ms), %d refused %s (median %.1f ms, p99 %.1f ms)%n",
                what,
                good.length,
                at(good, 0.5),
                at(good, 0.95),
                at(good, 0.99),
                refused.length,
                outcomes.stream()
                        .map(Outcome::status)
                        .filter(s -> s != 200)
                        .distinct()
                        .toList(),
                at(refused, 0.5),
                at(refused, 0.99));
    }

    private static double[] sorted(ConcurrentLinkedQueue<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
