package org.jiugai.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The database refuses by itself what is not due, also from hand-written SQL. Amounts in fen of book 4.2. Proves S0-1, S0-2. */
class LedgerGuardTest {
    private static final long CASE = 1;
    private static final long M1 = 1;
    private static final long M2 = 2;
    private static final long M3 = 3;
    private static final long M4 = 4;
    private static final long THIRTY_PERCENT = 262996296;
    private static EmbeddedPostgres postgres;
    private Connection session;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(script("V10__casefile.sql"));
            sql.execute(script("V31__funding.sql"));
            sql.execute(
                    """
                    insert into renovation_case (case_no, name, county, street, programme_year, policy_version_id, policy_code,
                      investment_fen, state, opened_on, version)
                    values ('341502-2024-0001', '示例', '341502', '341502001', 2024, 1, 'TOWN-LT', 0, 'OPEN', '2024-01-02', 0);
                    insert into funding_case (case_id) values (1);
                    insert into funding_basis (case_id, kind, contract_id, amount_fen, happened_on, recorded_at)
                      values (1, 'CONTRACT', 1, 876654321, '2024-03-01', now());
                    insert into funding_tranche (case_id, code, name, position, trigger_kind, true_up, threshold, source, payer, due_fen, state)
                    values (1, 'M1', 'M1', 10, 'PROGRESS', false, '1/2', 'GOVERNMENT', '专户', 262996296, 'STARTED'),
                           (1, 'M2', 'M2', 20, 'PROGRESS', false, '4/5', 'OWNER_RAISED', '镇政府', 262996296, 'STARTED'),
                           (1, 'M3', 'M3', 30, 'ACCEPTANCE', false, null, 'GOVERNMENT', '专户', 262996296, 'STARTED'),
                           (1, 'M4', 'M4', 40, 'RETENTION', false, null, 'GOVERNMENT', '专户', 87665433, 'PLANNED');
                    insert into payment_request (tranche_id, applied_fen, labour_fen, sme, happened_on, recorded_at, person, office, handled_by)
                      select id, due_fen, 0, false, '2024-06-01', now(), 'shigong', 'ja-contractor-a', '施工单位 张铁'
                      from funding_tranche where code <> 'M4';
                    insert into payment_approval (request_id, step, decision, amount_fen, source, happened_on, recorded_at, person, office, handled_by)
                      select r.id, 'SUPERVISOR', 'AGREE', r.applied_fen, t.source, '2024-06-01', now(), 'jianli', 'ja-supervisor', '监理单位 曹正'
                      from payment_request r join funding_tranche t on t.id = r.tranche_id""");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        session = postgres.getPostgresDatabase().getConnection();
        session.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        session.rollback();
        session.close();
    }

    @Test
    void postingOfWhatIsDueIsAccepted() throws SQLException {
        pay(M1, THIRTY_PERCENT);

        assertThat(total()).isEqualTo(THIRTY_PERCENT);
    }

    @Test
    void oneFenMoreThanDueIsRefused() {
        assertThatThrownBy(() -> pay(M1, THIRTY_PERCENT + 1)).hasMessageContaining("exceeds what is due");
    }

    @Test
    void trancheIsPaidOnce() throws SQLException {
        pay(M1, 100);

        assertThatThrownBy(() -> pay(M1, 100)).hasMessageContaining("ledger_posting_paid_once");
    }

    @Test
    void reversedPaymentMayBeMadeAgainButOnlyOnce() throws SQLException {
        pay(M1, THIRTY_PERCENT);
        reverse("PAYMENT");
        assertThat(total()).isZero();
        pay(M1, THIRTY_PERCENT - 1);

        assertThat(total()).isEqualTo(THIRTY_PERCENT - 1);
        assertThatThrownBy(() -> pay(M1, 1)).hasMessageContaining("ledger_posting_paid_once");
    }

    @Test
    void postingIsReversedOnce() throws SQLException {
        pay(M1, THIRTY_PERCENT);
        reverse("PAYMENT");

        assertThatThrownBy(() -> reverse("PAYMENT")).hasMessageContaining("ledger_posting_reverses_key");
    }

    @Test
    void reversalOfAnotherAmountIsRefused() throws SQLException {
        pay(M1, THIRTY_PERCENT);

        assertThatThrownBy(
                        () -> run(
                                """
                        insert into ledger_posting (case_id, tranche_id, kind, source, from_account, to_account, amount_fen, cause,
                          reverses, happened_on, recorded_at, person, handled_by)
                        select case_id, tranche_id, 'REVERSAL', source, to_account, from_account, amount_fen - 1, '冲销', id,
                          happened_on, now(), 'x', 'x' from ledger_posting where kind = 'PAYMENT'"""))
                .hasMessageContaining("the other way round");
    }

    @Test
    void paymentsNeverExceedTheContractBeforeTheSettlement() throws SQLException {
        run("update funding_tranche set due_fen = 900000000 where id = " + M1);

        assertThatThrownBy(() -> pay(M1, 876654322)).hasMessageContaining("exceed the case's amount");
    }

    @Test
    void paymentsNeverExceedTheSettledAmountAfterIt() throws SQLException {
        collect(THIRTY_PERCENT);
        pay(M1, THIRTY_PERCENT);
        pay(M2, THIRTY_PERCENT);
        settle(570000000);

        // due was not worked out again: the case's amount still holds
        assertThatThrownBy(() -> pay(M3, 44007409)).hasMessageContaining("exceed the case's amount");
    }

    @Test
    void overpaymentIsClaimedBackAndMakesRoomForTheRetention() throws SQLException {
        collect(THIRTY_PERCENT);
        pay(M1, THIRTY_PERCENT);
        pay(M2, THIRTY_PERCENT);
        settle(570000000);
        run("update funding_tranche set due_fen = 0 where id = " + M3);
        run("update funding_tranche set due_fen = 57000000 where id = " + M4);

        post(M3, "RECOVERY", 12992592);
        pay(M4, 57000000);

        assertThat(total()).isEqualTo(570000000);
    }

    @Test
    void moreThanTheOverpaymentIsNotClaimedBack() throws SQLException {
        collect(THIRTY_PERCENT);
        pay(M1, THIRTY_PERCENT);
        pay(M2, THIRTY_PERCENT);
        settle(570000000);
        run("update funding_tranche set due_fen = 57000000 where id = " + M4);

        assertThatThrownBy(() -> post(M3, "RECOVERY", 12992593)).hasMessageContaining("overpaid");
    }

    @Test
    void residentsTrancheWaitsForTheResidentsMoney() throws SQLException {
        collect(200000000);

        assertThatThrownBy(() -> pay(M2, THIRTY_PERCENT)).hasMessageContaining("residents' money is short");
    }

    @Test
    void residentsTrancheIsPaidOnceTheMoneyIsThere() throws SQLException {
        collect(200000000);
        collect(62996296);

        pay(M2, THIRTY_PERCENT);

        assertThat(total()).isEqualTo(THIRTY_PERCENT);
    }

    @Test
    void residentsMoneyThatWasSpentCannotBeTakenBack() throws SQLException {
        collect(THIRTY_PERCENT);
        pay(M2, THIRTY_PERCENT);

        assertThatThrownBy(() -> reverse("CONTRIBUTION")).hasMessageContaining("residents' money is short");
    }

    @Test
    void deductionTakesFromTheRetention() throws SQLException {
        post(M4, "DEDUCTION", 1860000);

        // book 4.7, X11
        assertThatThrownBy(() -> pay(M4, 85805434)).hasMessageContaining("exceeds what is due");
    }

    @Test
    void retentionLessDeductionIsPaid() throws SQLException {
        post(M4, "DEDUCTION", 1860000);

        pay(M4, 85805433);

        assertThat(total()).isEqualTo(87665433);
    }

    @Test
    void nothingIsPaidWithoutTheSupervisorsSignature() throws SQLException {
        run(
                """
                insert into payment_request (tranche_id, applied_fen, labour_fen, sme, happened_on, recorded_at, person, office, handled_by)
                values (1, 100, 0, false, '2024-06-01', now(), 'shigong', 'o', '施工')""");

        assertThatThrownBy(() -> pay(M1, 100)).hasMessageContaining("supervisor's signature");
    }

    @Test
    void otherCasesTrancheIsRefused() {
        assertThatThrownBy(() -> run(insert(2, M1, "PAYMENT", 100))).hasMessageContaining("has no funding");
    }

    @Test
    void postingsAreNeitherChangedNorDeleted() throws SQLException {
        for (String change : new String[] {
            "update ledger_posting set amount_fen = 1",
            "delete from ledger_posting",
            "truncate ledger_posting cascade",
            "delete from payment_approval",
            "update funding_basis set amount_fen = 1",
            "truncate payment_request cascade"
        }) {
            assertThatThrownBy(() -> run(change)).as(change).hasMessageContaining("only gains rows");
            session.rollback();
        }
    }

    @Test
    void amountsArePositive() {
        assertThatThrownBy(() -> post(M4, "DEDUCTION", 0)).hasMessageContaining("amount_fen");
    }

    @Test
    void twoSessionsCannotBothPay() throws Exception {
        session.close();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        long paid = 0;
        try {
            Future<Boolean> one = pool.submit(() -> payOwnSession(go));
            Future<Boolean> two = pool.submit(() -> payOwnSession(go));
            go.countDown();
            paid = (one.get(30, TimeUnit.SECONDS) ? 1 : 0) + (two.get(30, TimeUnit.SECONDS) ? 1 : 0);
        } finally {
            pool.shutdownNow();
        }
        assertThat(paid).isEqualTo(1);
        begin();
        // leaves the ledger empty for the other tests: the rows cannot go, so they are reversed
        reverse("PAYMENT");
        session.commit();
    }

    private static boolean payOwnSession(CountDownLatch go) throws SQLException, InterruptedException {
        try (Connection own = postgres.getPostgresDatabase().getConnection();
                Statement sql = own.createStatement()) {
            own.setAutoCommit(false);
            go.await();
            sql.execute(insert(CASE, M1, "PAYMENT", 100000000));
            own.commit();
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getMessage()).contains("ledger_posting_paid_once");
            return false;
        }
    }

    private void pay(long tranche, long fen) throws SQLException {
        post(tranche, "PAYMENT", fen);
    }

    private void post(long tranche, String kind, long fen) throws SQLException {
        run(insert(CASE, tranche, kind, fen));
    }

    private static String insert(long caseId, long tranche, String kind, long fen) {
        return """
               insert into ledger_posting (case_id, tranche_id, kind, source, from_account, to_account, amount_fen, cause, happened_on,
                 recorded_at, person, handled_by)
               values (%d, %d, '%s', 'GOVERNMENT', '专户', '施工单位', %d, '手工', '2024-06-01', now(), 'x', 'x')"""
                .formatted(caseId, tranche, kind, fen);
    }

    private void collect(long fen) throws SQLException {
        run(
                """
                insert into ledger_posting (case_id, kind, source, from_account, to_account, amount_fen, cause, happened_on,
                  recorded_at, person, handled_by)
                values (1, 'CONTRIBUTION', 'OWNER_RAISED', '居民', '专户', %d, '归集', '2024-05-01', now(), 'x', 'x')"""
                        .formatted(fen));
    }

    private void settle(long fen) throws SQLException {
        run(
                "insert into funding_basis (case_id, kind, amount_fen, happened_on, recorded_at) values (1, 'SETTLEMENT', %d, '2025-01-01', now())"
                        .formatted(fen));
    }

    private void reverse(String kind) throws SQLException {
        run(
                """
                insert into ledger_posting (case_id, tranche_id, kind, source, from_account, to_account, amount_fen, cause, reverses,
                  happened_on, recorded_at, person, handled_by)
                select case_id, tranche_id, 'REVERSAL', source, to_account, from_account, amount_fen, '冲销', id, happened_on, now(), 'x', 'x'
                from ledger_posting where kind = '%s' order by id desc limit 1"""
                        .formatted(kind));
    }

    private long total() throws SQLException {
        try (Statement sql = session.createStatement();
                var rows = sql.executeQuery(
                        """
                        select coalesce(sum(case when kind = 'RECOVERY' then -amount_fen else amount_fen end), 0) from funding_standing
                        where kind <> 'CONTRIBUTION'""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement sql = session.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource("db/migration/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
