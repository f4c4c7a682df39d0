package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.jiugai.kernel.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Anchors outside the database, the page and the command that use them. */
@ProcessTest
class AnchorsTest {
    private static final String PATH = "/audit/record";

    @Autowired
    Scenario scenario;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditChain chain;

    @Autowired
    DailyAnchor daily;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void somethingIsOnRecord() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        trail.record(Actor.SYSTEM, "audit.tried", "anchor:1", "");
    }

    @Test
    void aDayHasOneAnchorThatIsNeverWrittenAgain() throws IOException {
        AnchorFolder here = new AnchorFolder(folder);
        DailyAnchor anchors = new DailyAnchor(jdbc, new AuditChain(database, here), here, clock);
        anchors.cast();
        ChainHead head = chain.head().orElseThrow();
        String written = Files.readString(folder.resolve("anchor-2024-01-02.json"));
        assertThat(written).contains(head.hash()).contains("\"sequence\" : " + head.sequence());
        trail.record(Actor.SYSTEM, "audit.tried", "anchor:2", "");
        anchors.cast();
        assertThat(Files.readString(folder.resolve("anchor-2024-01-02.json"))).isEqualTo(written);
        assertThatThrownBy(() -> here.keep(anchors.anchors().get(0))).hasMessageContaining("never overwritten");
        scenario.at(LocalDate.of(2024, 1, 3));
        anchors.cast();
        assertThat(anchors.anchors())
                .extracting(Anchor::day)
                .containsExactly(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3));
        assertThat(anchors.anchors().get(0)).returns(head.sequence(), Anchor::sequence);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        assertThat(new AuditChain(database, here).verify())
                .returns(null, Verification::firstBreak)
                .returns(2, Verification::anchors);
    }

    @Test
    void onlyOneNodeAtATimeCastsIt() {
        AnchorFolder here = new AnchorFolder(folder);
        DailyAnchor anchors = new DailyAnchor(jdbc, chain, here, clock);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('audit-anchor'))")
                    .query((row, n) -> 0)
                    .single();
            inAnotherTransaction(anchors::cast);
            assertThat(anchors.anchors()).isEmpty();
        });
    }

    @Test
    void aDamagedAnchorIsNamed() throws IOException {
        Files.writeString(folder.resolve("anchor-2024-01-02.json"), "{\"day\":\"2024-01-");
        AuditChain damaged = new AuditChain(database, new AnchorFolder(folder));
        assertThatThrownBy(damaged::verify)
                .isInstanceOf(AnchorUnreadable.class)
                .hasMessageContaining("anchor-2024-01-02.json");
    }

    @Test
    void theCommandTellsByItsExitCode() {
        assertThat(VerifyRecord.isAsked("--server.port=1", VerifyRecord.OPTION)).isTrue();
        assertThat(VerifyRecord.isAsked("--server.port=1")).isFalse();
        String url = ((HikariDataSource) database).getJdbcUrl();
        assertThat(command(url)).isZero();
        keepAnchorWithHash("f".repeat(64));
        assertThat(command(url)).isEqualTo(1);
        assertThat(command("jdbc:postgresql://127.0.0.1:1/postgres")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "shenji, 200",
        "admin, 200",
        "jiugai, 200",
        "caizheng, 403",
        "jianshe, 403",
        "xuncha, 403",
        "zhongshi, 403"
    })
    void thePageIsForWhoeverReadsHistoryOrAdministers(String person, int status) {
        Client client = scenario.signedIn(person);
        assertThat(client.get(PATH).status()).isEqualTo(status);
        assertThat(client.postForm(PATH, java.util.Map.of()).status()).isEqualTo(status);
    }

    @Test
    void thePageSaysTheResultAndShowsNoEntry() {
        trail.record(Actor.SYSTEM, "audit.tried", "anchor:secret", "别县的内容");
        daily.cast();
        String page =
                scenario.signedIn("shenji").postForm(PATH, java.util.Map.of()).body();
        ChainHead head = chain.head().orElseThrow();
        assertThat(page)
                .contains("记录核验：完整。共" + head.sequence() + "号")
                .contains(head.hash())
                .contains("2024-01-02")
                .doesNotContain("别县的内容")
                .doesNotContain("anchor:secret");
    }

    private int command(String url) {
        return VerifyRecord.run(
                VerifyRecord.OPTION,
                "--spring.profiles.active=production",
                "--JIUGAI_DATABASE_URL=" + url,
                "--JIUGAI_DATABASE_USER=postgres",
                "--JIUGAI_DATABASE_PASSWORD=x",
                "--jiugai.audit.anchors=" + folder);
    }

    private void keepAnchorWithHash(String hash) {
        long last = chain.head().orElseThrow().sequence();
        new AnchorFolder(folder)
                .keep(new Anchor(Scenario.FIRST_DAY, last, hash, OffsetDateTime.parse("2024-01-02T09:00:00+08:00")));
    }

    private static void inAnotherTransaction(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
