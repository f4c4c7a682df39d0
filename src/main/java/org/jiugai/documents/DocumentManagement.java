package org.jiugai.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files of cases: stored once by content, linked with their purpose, read again in later steps. */
@Service
@Transactional
public class DocumentManagement {
    private final DocumentRegister register;
    private final Uploads uploads;
    private final DocumentAccess access;
    private final Clock clock;

    DocumentManagement(DocumentRegister register, Uploads uploads, DocumentAccess access, Clock clock) {
        this.register = register;
        this.uploads = uploads;
        this.access = access;
        this.clock = clock;
    }

    /** What may be uploaded. */
    @Transactional(readOnly = true)
    public UploadRules rules() {
        return uploads.rules();
    }

    /**
     * Stores an upload of a case. The same content is kept once. Receiving and checking takes long, so that no transaction is begun for
     * it: the row is written at the end, when the file is safe.
     *
     * @throws RuleViolation when too large, empty, of a type that is not allowed, not what it seems, or one of too many
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public StoredDocument store(long caseId, String originalName, InputStream content, Actor actor) {
        uploads.requireRoom(caseId, actor, clock.instant());
        String name = DisplayName.of(originalName);
        try (FileStore.Received received = uploads.receive(content)) {
            FileKind kind = uploads.keep(received, name);
            StoredDocument stored = new StoredDocument(
                    UUID.randomUUID(),
                    caseId,
                    name,
                    kind.mediaType(),
                    received.size(),
                    received.sha256(),
                    actor.shown(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            register.add(stored, actor.personId());
            return stored;
        }
    }

    /**
     * Says what uploaded documents are for. Every id must be an upload of this case.
     *
     * @param purpose e.g. {@code 盖章意见书}
     * @param subject what it belongs to within the room, e.g. {@code review-opinion:17}
     * @throws RuleViolation when there are too many, or a document is unknown or of another case; nothing is attached then
     */
    public void attach(long caseId, String purpose, String subject, List<UUID> documents, Actor actor) {
        uploads.requireFew(purpose, documents);
        requireOf(caseId, purpose, documents);
        documents.forEach(id -> register.link(caseId, caseId, id, purpose, subject, actor.shown(), clock.instant()));
    }

    /**
     * Shows documents of one case on another case of the same county as well, e.g. the contract of a package that serves both. Whoever
     * may see either case may read them.
     *
     * @param ownerCase the case for which they were uploaded
     * @throws RuleViolation when a document is not of the owner, or the cases are of different counties; nothing is linked then
     */
    public void link(long ownerCase, long caseId, String purpose, String subject, List<UUID> documents, Actor actor) {
        uploads.requireFew(purpose, documents);
        requireOf(ownerCase, purpose, documents);
        if (!access.sameCounty(ownerCase, caseId))
            throw new RuleViolation("documents.otherCounty", "【" + purpose + "】只能关联到同一区县的案件");
        documents.forEach(id -> register.link(ownerCase, caseId, id, purpose, subject, actor.shown(), clock.instant()));
    }

    private void requireOf(long caseId, String purpose, List<UUID> documents) {
        for (UUID id : documents) {
            boolean ofThisCase = register.find(id)
                    .filter(document -> document.caseId() == caseId)
                    .isPresent();
            if (!ofThisCase)
                throw new RuleViolation("documents.notOfThisCase", "【" + purpose + "】中的文件不是本案件上传的文件，请重新上传");
        }
    }

    /** Attached documents of a case in the order in which they were attached. */
    @Transactional(readOnly = true)
    public List<AttachedDocument> ofCase(long caseId) {
        return register.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    public List<AttachedDocument> ofSubject(long caseId, String subject) {
        return register.ofSubject(caseId, subject);
    }

    /**
     * A stored upload.
     *
     * @throws RuleViolation when there is no such document
     */
    @Transactional(readOnly = true)
    public StoredDocument get(UUID id) {
        return find(id).orElseThrow(() -> new RuleViolation("documents.unknown", "没有编号为 " + id + " 的文件"));
    }

    @Transactional(readOnly = true)
    public Optional<StoredDocument> find(UUID id) {
        return register.find(id);
    }

    /** Whether a person may see a case that the document serves; what a guest reads is recorded. */
    @Unrecorded("a reading; that of a guest is recorded by VisibleCases")
    public boolean mayRead(String personId, UUID id) {
        return register.casesOf(id).stream().anyMatch(caseId -> access.mayRead(personId, caseId));
    }

    /**
     * The content; the caller closes it.
     *
     * @throws RuleViolation when it is not what was uploaded any more
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public InputStream open(UUID id) {
        return uploads.open(get(id));
    }
}
