package org.jiugai.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents there are and what they are for. Rows are only ever added. */
@Repository
class DocumentRegister {
    private static final String ATTACHED =
            "select d.*, l.purpose, l.subject, l.attached_by, l.attached_at from document_link l join document d on d.id = l.document ";
    private final JdbcClient jdbc;

    DocumentRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Uploads that are not attached to anything. */
    record Open(long files, long bytes) {}

    void add(StoredDocument document, String uploader) {
        jdbc.sql(
                        """
                        insert into document (id, case_id, original_name, media_type, size, sha256, uploaded_by, uploaded_at, uploader)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        document.caseId(),
                        document.originalName(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        document.uploadedBy(),
                        Timestamp.from(document.uploadedAt()),
                        uploader)
                .update();
    }

    Open openOf(String uploader, Instant since) {
        return open("d.uploader = ?", uploader, since);
    }

    Open openOf(long caseId, Instant since) {
        return open("d.case_id = ?", caseId, since);
    }

    private Open open(String whose, Object id, Instant since) {
        return jdbc.sql(
                        "select count(*) as files, coalesce(sum(size), 0) as bytes from document d where " + whose
                                + " and d.uploaded_at > ? and not exists (select 1 from document_link l where l.document = d.id)")
                .params(id, Timestamp.from(since))
                .query(Open.class)
                .single();
    }

    /** Linking the same document again for the same purpose changes nothing. */
    void link(long ownerCase, long caseId, UUID document, String purpose, String subject, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into document_link (owner_case, case_id, document, purpose, subject, attached_by, attached_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (document, case_id, purpose, subject) do nothing""")
                .params(ownerCase, caseId, document, purpose, subject, by, Timestamp.from(at))
                .update();
    }

    /** The case for which it was uploaded and those to which it was linked. */
    List<Long> casesOf(UUID document) {
        return jdbc.sql(
                        """
                        select case_id from document where id = :document
                        union select case_id from document_link where document = :document order by 1""")
                .param("document", document)
                .query(Long.class)
                .list();
    }

    Optional<StoredDocument> find(UUID id) {
        return jdbc.sql("select * from document where id = ?")
                .param(id)
                .query((row, n) -> stored(row))
                .optional();
    }

    List<AttachedDocument> ofCase(long caseId) {
        return jdbc.sql(ATTACHED + "where l.case_id = ? order by l.id")
                .param(caseId)
                .query((row, n) -> attached(row))
                .list();
    }

    List<AttachedDocument> ofSubject(long caseId, String subject) {
        return jdbc.sql(ATTACHED + "where l.case_id = ? and l.subject = ? order by l.id")
                .params(caseId, subject)
                .query((row, n) -> attached(row))
                .list();
    }

    private static AttachedDocument attached(ResultSet row) throws SQLException {
        return new AttachedDocument(
                stored(row),
                row.getString("purpose"),
                row.getString("subject"),
                row.getString("attached_by"),
                row.getTimestamp("attached_at").toInstant());
    }

    private static StoredDocument stored(ResultSet row) throws SQLException {
        return new StoredDocument(
                row.getObject("id", UUID.class),
                row.getLong("case_id"),
                row.getString("original_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
