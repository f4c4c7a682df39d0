package org.jiugai.documents;

import java.time.Instant;

/** A document with what it is for. */
public record AttachedDocument(
        StoredDocument document, String purpose, String subject, String attachedBy, Instant attachedAt) {}
