package org.jiugai.casefile;

import java.time.ZoneId;
import java.util.List;
import org.jiugai.documents.AttachedDocument;
import org.jiugai.documents.DocumentManagement;
import org.springframework.stereotype.Component;

/** The files of a case in its story: on the day on which each was attached. */
@Component
class DocumentChronicle implements CaseFacts {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final DocumentManagement documents;

    DocumentChronicle(DocumentManagement documents) {
        this.documents = documents;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return documents.ofCase(caseId).stream().map(DocumentChronicle::fact).toList();
    }

    private static CaseFact fact(AttachedDocument attached) {
        return new CaseFact(
                CaseFact.Kind.DOCUMENT,
                attached.attachedAt().atZone(SHANGHAI).toLocalDate(),
                attached.attachedAt(),
                attached.attachedBy(),
                null,
                attached.purpose() + "：" + attached.document().originalName(),
                new CaseFact.Document(
                        attached.document().id().toString(),
                        attached.document().originalName(),
                        attached.document().sha256()));
    }
}
