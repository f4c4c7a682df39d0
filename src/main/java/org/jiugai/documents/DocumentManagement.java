package org.jiugai.documents;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jiugai.kernel.Actor;

/** Files of cases: stored once by content, linked with their purpose, read again in later steps. */
public interface DocumentManagement {
    /**
     * Stores an upload of a case. The same content is kept once.
     *
     * @throws org.jiugai.kernel.RuleViolation when too large, empty or of a type that is not allowed
     */
    StoredDocument store(long caseId, String originalName, InputStream content, Actor actor);

    /**
     * Says what uploaded documents are for. Every id must be an upload of this case.
     *
     * @param purpose e.g. {@code 盖章意见书}
     * @param subject what it belongs to within the room, e.g. {@code review-opinion:17}
     */
    void attach(long caseId, String purpose, String subject, List<UUID> documents, Actor actor);

    /** Attached documents of a case in the order in which they were attached. */
    List<AttachedDocument> ofCase(long caseId);

    List<AttachedDocument> ofSubject(long caseId, String subject);

    StoredDocument get(UUID id);

    InputStream open(UUID id);
}
