package org.jiugai.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link with the entry that it holds, as they lie in the database. The hash is computed here a second time, apart from the database's own
 * function: whoever changes that one changes nothing here.
 *
 * @param id of the entry; null when there is none for this link
 * @param hasDetail whether the readable part's row is there
 * @param maskingRecorded whether the record says that the readable part was masked
 */
record ChainRow(
        int version,
        long sequence,
        long entry,
        Instant linkedAt,
        String previousHash,
        String hash,
        @Nullable Long id,
        @Nullable Instant recordedAt,
        @Nullable String person,
        @Nullable String office,
        @Nullable String onBehalfOf,
        @Nullable String action,
        @Nullable String object,
        @Nullable Long caseId,
        @Nullable String detailHash,
        boolean hasDetail,
        @Nullable String salt,
        @Nullable String content,
        boolean maskingRecorded) {
    /** In the order of the chain; streamed. */
    static final String SELECT =
            """
            select l.version, l.sequence, l.entry, l.linked_at, l.previous_hash, l.hash, e.id, e.recorded_at, e.person, e.office,
                   e.on_behalf_of, e.action, e.object, e.case_id, e.detail_hash, d.hash is not null as has_detail, d.salt, d.content,
                   d.hash is not null and d.content is null and exists (
                     select 1 from audit_entry m join audit_link ml on ml.entry = m.id
                     where m.object = 'entry:' || e.id and m.action = 'audit.detailMasked') as masking_recorded
            from audit_link l left join audit_entry e on e.id = l.entry left join audit_detail d on d.hash = e.detail_hash
            order by l.sequence""";

    /** By hand: there may be millions of them. */
    static ChainRow of(ResultSet row, int number) throws SQLException {
        return new ChainRow(
                row.getInt("version"),
                row.getLong("sequence"),
                row.getLong("entry"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getObject("id", Long.class),
                instant(row.getObject("recorded_at", OffsetDateTime.class)),
                row.getString("person"),
                row.getString("office"),
                row.getString("on_behalf_of"),
                row.getString("action"),
                row.getString("object"),
                row.getObject("case_id", Long.class),
                row.getString("detail_hash"),
                row.getBoolean("has_detail"),
                row.getString("salt"),
                row.getString("content"),
                row.getBoolean("masking_recorded"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    String computedHash() {
        StringBuilder text = new StringBuilder();
        field(text, version);
        field(text, sequence);
        field(text, micros(linkedAt));
        field(text, id);
        field(text, recordedAt == null ? null : micros(recordedAt));
        field(text, person);
        field(text, office);
        field(text, onBehalfOf);
        field(text, action);
        field(text, object);
        field(text, caseId);
        field(text, detailHash);
        field(text, previousHash);
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The readable part is the one that was hashed, or was masked on record. */
    boolean isDetailWhole() {
        if (detailHash == null) return true;
        if (salt == null || content == null) return hasDetail && maskingRecorded;
        return AuditDetail.hash(salt, content).equals(detailHash);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Length in bytes, colon, text, comma; a value that is not there is a minus and a comma. */
    private static void field(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("-,");
            return;
        }
        String shown = Objects.toString(value);
        text.append(shown.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(shown)
                .append(',');
    }
}
