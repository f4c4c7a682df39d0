package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiugai.audit.ChainBreak.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each check of the walk, without a database: taken away, one of these turns red. */
class ChainWalkTest {
    private static final Instant NOON = Instant.parse("2024-01-02T04:00:00.123456Z");
    private static final String SALT = "00112233445566778899aabbccddeeff";

    private final List<ChainRow> rows = new ArrayList<>();

    ChainWalkTest() {
        String last = "0".repeat(64);
        for (int i = 1; i <= 5; i++) {
            ChainRow row = hashed(row(i, last));
            rows.add(row);
            last = row.hash();
        }
    }

    @Test
    void aWholeChainIsWhole() {
        assertThat(walk(List.of(), null))
                .returns(5L, Verification::links)
                .returns(null, Verification::firstBreak)
                .returns(true, Verification::isWhole);
        assertThat(walk(
                        List.of(
                                anchor(2, rows.get(1).hash()),
                                anchor(5, rows.get(4).hash())),
                        null))
                .returns(2, Verification::anchors)
                .returns(true, Verification::isWhole);
        assertThat(new ChainWalk(List.of())
                        .over(java.util.stream.Stream.empty(), null)
                        .isWhole())
                .isTrue();
    }

    @Test
    void theHashIsThatOfTheDatabase() {
        // select audit_hash((1, 1, 1, '2024-01-02 04:00:00.123456+00', repeat('0', 64), null), (1, …)) of PostgreSQL
        String text = "1:1,1:1,16:1704168000123456,1:1,16:1704168000123456,6:孙丽,2:o1,-,7:audit.a,3:x:1,-,64:"
                + rows.get(0).detailHash() + ",64:" + "0".repeat(64) + ",";
        assertThat(rows.get(0).computedHash())
                .isEqualTo(Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void aMissingNumber() {
        rows.remove(2);
        assertBroken(Kind.LINK_MISSING, 3L);
    }

    @Test
    void aLinkThatDoesNotContinueTheOneBefore() {
        change(2, row -> hashed(with(row, "previous", "a".repeat(64))));
        assertBroken(Kind.NOT_JOINED, 3L);
    }

    @Test
    void aLinkWithoutEntry() {
        change(2, row -> with(row, "id", null));
        assertBroken(Kind.ENTRY_MISSING, 3L);
    }

    @Test
    void eachColumnIsHashed() {
        for (String column : List.of(
                "version",
                "linkedAt",
                "recordedAt",
                "person",
                "office",
                "onBehalfOf",
                "action",
                "object",
                "caseId",
                "detailHash",
                "id")) {
            ChainRow whole = rows.get(2);
            change(2, row -> with(row, column, "changed"));
            assertBroken(Kind.ENTRY_CHANGED, 3L);
            rows.set(2, whole);
        }
    }

    @Test
    void theReadablePart() {
        change(2, row -> detail(row, true, SALT, "{}别的", false));
        assertBroken(Kind.DETAIL_CHANGED, 3L);
        change(2, row -> detail(row, false, null, null, true));
        assertBroken(Kind.DETAIL_CHANGED, 3L);
        change(2, row -> detail(row, true, null, null, false));
        assertBroken(Kind.DETAIL_CHANGED, 3L);
        change(2, row -> detail(row, true, null, null, true));
        assertThat(walk(List.of(), null).isWhole()).isTrue();
    }

    @Test
    void anAnchorWithAnotherHash() {
        assertThat(walk(List.of(anchor(3, "a".repeat(64))), null).firstBreak())
                .isEqualTo(new ChainBreak(Kind.ANCHOR_DIFFERS, 3L, 103L));
    }

    @Test
    void anAnchorBehindTheEnd() {
        assertThat(walk(List.of(anchor(9, "a".repeat(64))), 77L).firstBreak())
                .isEqualTo(new ChainBreak(Kind.TAIL_CUT, 6L, null));
    }

    @Test
    void anEntryWithoutLink() {
        assertThat(walk(List.of(), 77L).firstBreak()).isEqualTo(new ChainBreak(Kind.NOT_LINKED, null, 77L));
    }

    private void assertBroken(Kind kind, @Nullable Long sequence) {
        assertThat(walk(List.of(), null).firstBreak())
                .isNotNull()
                .returns(kind, ChainBreak::kind)
                .returns(sequence, ChainBreak::sequence);
    }

    private Verification walk(List<Anchor> anchors, @Nullable Long unlinked) {
        return new ChainWalk(anchors).over(rows.stream(), unlinked);
    }

    private void change(int index, UnaryOperator<ChainRow> change) {
        rows.set(index, change.apply(rows.get(index)));
    }

    private static Anchor anchor(long sequence, String hash) {
        return new Anchor(LocalDate.of(2024, 1, 2), sequence, hash, OffsetDateTime.parse("2024-01-02T09:00:00+08:00"));
    }

    private static ChainRow row(int i, String previous) {
        String content = "{\"details\":\"第" + i + "次\"}";
        return new ChainRow(
                1,
                i,
                i == 1 ? 1 : 100 + i,
                NOON,
                previous,
                "",
                i == 1 ? 1L : 100L + i,
                NOON,
                "孙丽",
                "o1",
                null,
                "audit.a",
                "x:1",
                null,
                AuditDetail.hash(SALT, content),
                true,
                SALT,
                content,
                false);
    }

    private static ChainRow hashed(ChainRow r) {
        return new ChainRow(
                r.version(),
                r.sequence(),
                r.entry(),
                r.linkedAt(),
                r.previousHash(),
                r.computedHash(),
                r.id(),
                r.recordedAt(),
                r.person(),
                r.office(),
                r.onBehalfOf(),
                r.action(),
                r.object(),
                r.caseId(),
                r.detailHash(),
                r.hasDetail(),
                r.salt(),
                r.content(),
                r.maskingRecorded());
    }

    private static ChainRow detail(
            ChainRow r, boolean has, @Nullable String salt, @Nullable String content, boolean masked) {
        return new ChainRow(
                r.version(),
                r.sequence(),
                r.entry(),
                r.linkedAt(),
                r.previousHash(),
                r.hash(),
                r.id(),
                r.recordedAt(),
                r.person(),
                r.office(),
                r.onBehalfOf(),
                r.action(),
                r.object(),
                r.caseId(),
                r.detailHash(),
                has,
                salt,
                content,
                masked);
    }

    private static ChainRow with(ChainRow r, String column, @Nullable String value) {
        return new ChainRow(
                column.equals("version") ? 2 : r.version(),
                r.sequence(),
                r.entry(),
                column.equals("linkedAt") ? NOON.plusNanos(1000) : r.linkedAt(),
                column.equals("previous") ? String.valueOf(value) : r.previousHash(),
                r.hash(),
                column.equals("id") ? (value == null ? null : Long.valueOf(999)) : r.id(),
                column.equals("recordedAt") ? NOON.plusNanos(1000) : r.recordedAt(),
                column.equals("person") ? value : r.person(),
                column.equals("office") ? value : r.office(),
                column.equals("onBehalfOf") ? value : r.onBehalfOf(),
                column.equals("action") ? value : r.action(),
                column.equals("object") ? value : r.object(),
                column.equals("caseId") ? Long.valueOf(7) : r.caseId(),
                column.equals("detailHash") ? null : r.detailHash(),
                r.hasDetail(),
                r.salt(),
                r.content(),
                r.maskingRecorded());
    }
}
