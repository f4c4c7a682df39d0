package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.audit.ChainBreak.Kind;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The record holds together; whoever bends it, with all rights of the database, is found. What bends it is rolled back. */
@ProcessTest
class AuditChainTest {
    private static final Actor SOMEBODY = new Actor("caizheng", "孙丽", "ja-finance-bureau", "金安区财政局");

    @Autowired
    Scenario scenario;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditMasking masking;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    /** Places of five entries of this test, one after the other. */
    private List<Long> places;

    @BeforeEach
    void fiveEntries() {
        scenario.at(Scenario.FIRST_DAY);
        long before = chain.head().map(ChainHead::sequence).orElse(0L);
        for (int i = 1; i <= 5; i++) {
            trail.record(RecordedAct.of(SOMEBODY, "audit.tried", "test:" + i)
                    .saying("第" + i + "次")
                    .because("测试")
                    .changing(Map.of("amount", 1), Map.of("amount", 2)));
        }
        places = List.of(before + 1, before + 2, before + 3, before + 4, before + 5);
    }

    @Test
    void theRecordHoldsFromTheFirstToTheLastRow() {
        Verification verification = chain.verify();
        assertThat(verification.firstBreak()).isNull();
        assertThat(verification.head()).isEqualTo(chain.head().orElseThrow());
        assertThat(verification.links()).isEqualTo(places.get(4));
    }

    @Test
    void anEntrySaysWhatWasDoneWhyAndFromWhatToWhat() {
        AuditEntry entry = trail.of("test:5", 1).get(0);
        assertThat(entry.sequence()).isEqualTo(places.get(4));
        assertThat(entry.details()).isEqualTo("第5次");
        assertThat(entry.reason()).isEqualTo("测试");
        assertThat(entry.before()).isEqualTo("{\"amount\":1}");
        assertThat(entry.after()).isEqualTo("{\"amount\":2}");
        assertThat(entry.recordedAt()).isBetween("2024-01-02T01:00:00Z", "2024-01-02T01:01:00Z");
        assertThat(Duration.between(entry.linkedAt(), OffsetDateTime.now()))
                .isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(5));
    }

    @Test
    void withinItsTransactionAnEntryCanBeReadButHasNoPlaceYet() {
        transaction.executeWithoutResult(status -> {
            trail.record(SOMEBODY, "audit.tried", "test:open", "尚未提交");
            assertThat(trail.of("test:open", 1).get(0).sequence()).isNull();
            status.setRollbackOnly();
        });
        assertThat(trail.of("test:open", 1)).isEmpty();
        assertThat(chain.verify().firstBreak()).isNull();
        assertThat(chain.head().orElseThrow().sequence()).isEqualTo(places.get(4));
    }

    @Test
    void onlyWhatIsCommittedHasAPlaceHoweverTransactionsAreNested() {
        TransactionTemplate ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(outer -> {
            trail.record(SOMEBODY, "audit.tried", "nested:outer", "");
            ofItsOwn.executeWithoutResult(inner -> trail.record(SOMEBODY, "audit.tried", "nested:inner", ""));
            Object savepoint = outer.createSavepoint();
            trail.record(SOMEBODY, "audit.tried", "nested:undone", "");
            outer.rollbackToSavepoint(savepoint);
            trail.record(SOMEBODY, "audit.tried", "nested:last", "");
        });
        long last = places.get(4);
        assertThat(trail.of("nested:inner", 1).get(0).sequence()).isEqualTo(last + 1);
        assertThat(trail.of("nested:outer", 1).get(0).sequence()).isEqualTo(last + 2);
        assertThat(trail.of("nested:last", 1).get(0).sequence()).isEqualTo(last + 3);
        assertThat(trail.of("nested:undone", 1)).isEmpty();
        assertThat(chain.verify().firstBreak()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set person = 'x'",
                "delete from audit_entry",
                "truncate audit_entry cascade",
                "update audit_link set hash = previous_hash",
                "delete from audit_link",
                "truncate audit_link",
                "delete from audit_detail",
                "truncate audit_detail cascade",
                "update audit_detail set content = '{}' where content is not null",
                "update audit_detail set salt = null where content is not null"
            })
    void theRecordOnlyGrows(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only grows");
    }

    @Test
    void theDatabaseLinksByItselfAndRefusesAnotherPlaceOrHash() {
        String insert = "insert into audit_link (entry, sequence, previous_hash, hash) values (?, ?, ?, ?)";
        transaction.executeWithoutResult(status -> {
            long entry = jdbc.sql(
                            """
                            insert into audit_entry (recorded_at, person, office, action, object)
                            values (now(), 'x', 'x', 'audit.forged', 'x') returning id""")
                    .query(Long.class)
                    .single();
            for (Object[] forged : new Object[][] {
                {entry, places.get(2), null, null},
                {entry, places.get(4) + 2, null, null},
                {entry, null, "0".repeat(64), null},
                {entry, null, null, "0".repeat(64)}
            }) {
                Object savepoint = status.createSavepoint();
                assertThatThrownBy(() -> jdbc.sql(insert).params(forged).update())
                        .hasMessageContaining("follows the last one");
                status.rollbackToSavepoint(savepoint);
            }
        });
        assertThat(chain.verify().firstBreak()).isNull();
        assertThat(trail.latest("audit.forged", 1).get(0).sequence()).isEqualTo(places.get(4) + 1);
    }

    @Test
    void aReadablePartThatWasNotHashedIsRefused() {
        assertThatThrownBy(() -> jdbc.sql("insert into audit_detail values (repeat('a', 64), repeat('b', 32), '{}')")
                        .update())
                .hasMessageContaining("does not have this hash");
    }

    @Test
    void aChangedEntryIsNamed() {
        assertBroken(Kind.ENTRY_CHANGED, 3, "update audit_entry set person = 'lingdao' where id = (:entry)");
        assertBroken(
                Kind.ENTRY_CHANGED,
                3,
                "update audit_entry set recorded_at = recorded_at - interval '1 microsecond' where id = (:entry)");
        assertBroken(Kind.ENTRY_CHANGED, 3, "update audit_entry set detail_hash = null where id = (:entry)");
        assertBroken(
                Kind.ENTRY_CHANGED,
                3,
                "update audit_link set linked_at = linked_at - interval '1 day' where sequence = :place");
    }

    @Test
    void textThatMovesFromOneColumnToTheNextIsNamed() {
        assertBroken(
                Kind.ENTRY_CHANGED,
                3,
                "update audit_entry set person = person || left(office, 1), office = substr(office, 2) where id = (:entry)");
    }

    @Test
    void aChangedEntryWhoseHashWasComputedAnewIsFoundAtTheNextRow() {
        assertBroken(
                Kind.NOT_JOINED,
                4,
                "update audit_entry set person = 'lingdao' where id = (:entry)",
                "update audit_link l set hash = audit_hash(l, e) from audit_entry e where e.id = l.entry and l.sequence = :place");
    }

    @Test
    void aDeletedRowIsNamed() {
        assertBroken(Kind.ENTRY_MISSING, 3, "delete from audit_entry where id = (:entry)");
        assertBroken(Kind.LINK_MISSING, 3, "delete from audit_link where sequence = :place");
    }

    @Test
    void exchangedRowsAreNamed() {
        assertBroken(
                Kind.NOT_JOINED,
                3,
                "update audit_link set sequence = 1000000000 where sequence = :place",
                "update audit_link set sequence = :place where sequence = :place + 1",
                "update audit_link set sequence = :place + 1 where sequence = 1000000000");
        assertBroken(
                Kind.ENTRY_CHANGED,
                3,
                "update audit_link set entry = -(:entry) where sequence = :place + 1",
                "update audit_link set entry = (:next) where sequence = :place",
                "update audit_link set entry = -entry where sequence = :place + 1");
    }

    @Test
    void anInsertedRowIsNamed() {
        assertBroken(
                Kind.NOT_LINKED,
                null,
                "insert into audit_entry (recorded_at, person, office, action, object) values (now(), 'x', 'x', 'audit.forged', 'x')");
        assertBroken(
                Kind.NOT_JOINED,
                3,
                "update audit_link set sequence = 1000000000 + sequence where sequence >= :place",
                "update audit_link set sequence = sequence - 999999999 where sequence > 1000000000",
                """
                with forged as (insert into audit_entry (recorded_at, person, office, action, object)
                  values (now(), 'x', 'x', 'audit.forged', 'x') returning id)
                insert into audit_link select :place, 1, id, now(), repeat('a', 64), repeat('a', 64) from forged""");
    }

    @Test
    void aChangedOrTakenReadablePartIsNamed() {
        String ofThird = " where hash = (select detail_hash from audit_entry where id = (:entry))";
        assertBroken(Kind.DETAIL_CHANGED, 3, "update audit_detail set content = '{\"details\":\"别的\"}'" + ofThird);
        assertBroken(Kind.DETAIL_CHANGED, 3, "update audit_detail set salt = repeat('a', 32)" + ofThird);
        assertBroken(Kind.DETAIL_CHANGED, 3, "delete from audit_detail" + ofThird);
        assertBroken(Kind.DETAIL_CHANGED, 3, "update audit_detail set content = null, salt = null" + ofThird);
    }

    @Test
    void aTailThatWasCutIsFoundByTheAnchor() {
        Anchor anchor = anchorNow();
        assertBroken(
                List.of(anchor),
                Kind.TAIL_CUT,
                4,
                "delete from audit_link where sequence > :place",
                "delete from audit_entry e where not exists (select 1 from audit_link l where l.entry = e.id)");
        assertBroken(List.of(), Kind.NOT_LINKED, null, "delete from audit_link where sequence > :place");
    }

    @Test
    void anOldCopyThatWasRestoredAndUsedIsFoundByTheAnchor() {
        Anchor anchor = anchorNow();
        transaction.executeWithoutResult(status -> {
            bend(
                    "delete from audit_link where sequence > :place",
                    "delete from audit_entry e where not exists (select 1 from audit_link l where l.entry = e.id)");
            jdbc.sql("set local session_replication_role = origin").update();
            for (int i = 0; i < 10; i++) trail.record(SOMEBODY, "audit.tried", "test:again", "");
            jdbc.sql("set constraints all immediate").update();
            assertThat(chain.walk(List.of()).firstBreak()).isNull();
            assertThat(chain.walk(List.of(anchor)).firstBreak())
                    .returns(Kind.ANCHOR_DIFFERS, ChainBreak::kind)
                    .returns(places.get(4), ChainBreak::sequence);
            status.setRollbackOnly();
        });
    }

    @Test
    void aRecordThatWasWrittenAnewAsAWholeIsFoundByTheAnchor() {
        Anchor anchor = anchorNow();
        transaction.executeWithoutResult(status -> {
            bend("update audit_entry set person = 'lingdao' where id = (:entry)");
            jdbc.sql(
                            """
                            do $$ declare l audit_link; e audit_entry; last text; begin
                              for l in select * from audit_link where sequence >= %d order by sequence loop
                                l.previous_hash := coalesce(last, l.previous_hash);
                                select * into e from audit_entry where id = l.entry;
                                l.hash := audit_hash(l, e);
                                update audit_link set previous_hash = l.previous_hash, hash = l.hash where sequence = l.sequence;
                                last := l.hash;
                              end loop; end $$"""
                                    .formatted(places.get(2)))
                    .update();
            assertThat(chain.walk(List.of()).firstBreak()).isNull();
            assertThat(chain.walk(List.of(anchor)).firstBreak())
                    .returns(Kind.ANCHOR_DIFFERS, ChainBreak::kind)
                    .returns(places.get(4), ChainBreak::sequence);
            status.setRollbackOnly();
        });
        assertThat(chain.walk(List.of(anchor)))
                .returns(null, Verification::firstBreak)
                .returns(1, Verification::anchors);
    }

    @Test
    void whatIsMaskedCannotBeReadAndTheChainHolds() {
        masking.maskAllOf("test:5", "当事人申请", SOMEBODY);
        AuditEntry entry = trail.of("test:5", 1).get(0);
        assertThat(entry.details()).isEqualTo("已脱敏");
        assertThat(entry.masked()).isTrue();
        assertThat(entry.reason()).isNull();
        assertThat(entry.after()).isNull();
        assertThat(trail.of("entry:" + entry.id(), 1).get(0))
                .returns("audit.detailMasked", AuditEntry::action)
                .returns("当事人申请", AuditEntry::reason)
                .returns("caizheng", AuditEntry::person);
        assertThat(chain.verify().firstBreak()).isNull();
        masking.mask(entry.id(), "再次", SOMEBODY);
        assertThat(trail.of("entry:" + entry.id(), 2)).hasSize(1);
    }

    @Test
    void maskingNeedsAReasonAndLeavesItsTrace() {
        assertThatThrownBy(() -> masking.maskAllOf("test:5", " ", SOMEBODY)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "update audit_detail set content = null, salt = null where hash = (select detail_hash from audit_entry where id = ?)")
                        .param(trail.of("test:4", 1).get(0).id())
                        .update())
                .hasMessageContaining("masking is recorded");
    }

    @Test
    void tenThousandConcurrentWritesKeepOneUnbrokenChain() throws Exception {
        int threads = 16;
        int each = 625;
        long before = places.get(4);
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int writer = t;
                running.add(writers.submit(() -> {
                    for (int i = 0; i < each; i++)
                        trail.record(SOMEBODY, "audit.tried", "writer:" + writer, "第" + i + "次");
                }));
            }
            for (Future<?> writer : running) writer.get();
        } finally {
            writers.shutdown();
        }
        long written = System.nanoTime();
        Verification verification = chain.verify();
        System.out.printf(
                "10 000 writes by %d threads: %d ms; %d links verified: %d ms%n",
                threads,
                Duration.ofNanos(written - start).toMillis(),
                verification.links(),
                Duration.ofNanos(System.nanoTime() - written).toMillis());
        assertThat(verification.firstBreak()).isNull();
        assertThat(verification.links()).isEqualTo(before + 10_000);
        assertThat(Duration.ofNanos(written - start)).isLessThan(Duration.ofSeconds(60));
    }

    /** A foreign key that is checked at commit would lock rows after the record's lock was taken: two transactions could then wait for each other. */
    @Test
    void nothingLocksRowsAfterTheRecord() {
        assertThat(jdbc.sql("select conrelid::regclass::text from pg_constraint where contype = 'f' and condeferrable")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void whatWasRecordedBeforeTheChainIsChainedByTheMigration() throws IOException {
        String before = migration("V42_1__audit.sql");
        String chained = migration("V50__audit_chain.sql");
        transaction.executeWithoutResult(status -> {
            execute("create schema scratch; set local search_path to scratch");
            execute(before);
            execute(
                    """
                    insert into audit_entry (recorded_at, person, office, on_behalf_of, action, object, case_id, details)
                    select '2024-01-02 09:00:00.123456+08'::timestamptz + i * interval '1.000001 s', '人' || i, 'o', nullif('p' || i % 2, 'p0'),
                      'a.b', 'x:' || i, nullif(i % 3, 0), case i % 4 when 0 then '' else '引"号\\ 换行' || chr(10) || i end
                    from generate_series(1, 20) i""");
            execute("select setval('audit_entry_id_seq', 1000)");
            execute(
                    "insert into audit_entry (recorded_at, person, office, action, object, details) values (now(), 'x', 'o', 'a.b', 'x', 'y')");
            execute(chained);
            assertThat(chain.walk(List.of()))
                    .returns(null, Verification::firstBreak)
                    .returns(21L, Verification::links);
            assertThat(trail.of("x:3", 1).get(0).details()).isEqualTo("引\"号\\ 换行\n3");
            assertThat(trail.of("x:4", 1).get(0).details()).isEmpty();
            trail.record(SOMEBODY, "audit.tried", "x:after", "其后");
            execute("set constraints all immediate");
            assertThat(chain.walk(List.of()))
                    .returns(null, Verification::firstBreak)
                    .returns(22L, Verification::links);
            status.setRollbackOnly();
        });
    }

    private static String migration(String name) throws IOException {
        return new ClassPathResource("db/migration/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private void execute(String script) {
        new JdbcTemplate(database).execute(script);
    }

    private void assertBroken(Kind kind, Integer ordinal, String... sql) {
        assertBroken(List.of(), kind, ordinal, sql);
    }

    /** Bends the third row, and is told the row of this ordinal. */
    private void assertBroken(List<Anchor> anchors, Kind kind, Integer ordinal, String... sql) {
        transaction.executeWithoutResult(status -> {
            bend(sql);
            ChainBreak found = chain.walk(anchors).firstBreak();
            assertThat(found).as(String.join(";", sql)).isNotNull().returns(kind, ChainBreak::kind);
            assertThat(found.sequence()).isEqualTo(ordinal == null ? null : places.get(ordinal - 1));
            assertThat(found.sentence())
                    .contains(String.valueOf(ordinal == null ? found.entry() : found.sequence()))
                    .doesNotContain("%");
            status.setRollbackOnly();
        });
        assertThat(chain.walk(anchors).firstBreak()).isNull();
    }

    /** As superuser, past every trigger. */
    private void bend(String... statements) {
        jdbc.sql("set local session_replication_role = replica").update();
        long place = places.get(2);
        String entry = entryAt(place);
        String next = entryAt(place + 1);
        for (String statement : statements) {
            jdbc.sql(statement
                            .replace("(:entry)", entry)
                            .replace("(:next)", next)
                            .replace(":place", String.valueOf(place)))
                    .update();
        }
    }

    private String entryAt(long place) {
        return jdbc.sql("select entry from audit_link where sequence = ?")
                .param(place)
                .query(Long.class)
                .optional()
                .orElse(-1L)
                .toString();
    }

    private Anchor anchorNow() {
        ChainHead head = chain.head().orElseThrow();
        return new Anchor(
                Scenario.FIRST_DAY, head.sequence(), head.hash(), OffsetDateTime.parse("2024-01-02T09:00:00+08:00"));
    }
}
