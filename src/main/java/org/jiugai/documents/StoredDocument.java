package org.jiugai.documents;

import java.time.Instant;
import java.util.UUID;

/** A stored upload. {@code originalName} is for display only. */
public record StoredDocument(
        UUID id,
        long caseId,
        String originalName,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
