package org.jiugai.casefile;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jiugai.documents.AttachedDocument;
import org.jiugai.documents.DocumentManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every document of the case with its purpose and its hash, in the order in which they came. */
@Component
class DocumentPanel implements CasePanel {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int SHORT_HASH = 16;
    private final DocumentManagement documents;

    DocumentPanel(DocumentManagement documents) {
        this.documents = documents;
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<AttachedDocument> attached = documents.ofCase(caseId);
        if (attached.isEmpty()) return null;
        List<List<Object>> rows = attached.stream()
                .map(a -> List.<Object>of(
                        a.purpose(),
                        CasePanel.document(
                                a.document().id().toString(), a.document().originalName()),
                        a.document().sha256().substring(0, SHORT_HASH) + "…",
                        SHOWN.format(a.attachedAt())))
                .toList();
        return new Panel("documents", "文件", List.of(new PanelTable("", List.of("用途", "文件", "SHA-256", "登记时间"), rows)));
    }
}
