package org.jiugai.documents;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/** The way of a file from the request into the store: room for it, its content, its checks. */
@Component
record Uploads(FileRules limits, OpenUploads open, FileStore files, FileCheck check) {
    UploadRules rules() {
        List<String> extensions = check.accepted().flatMap(FileKind::extensions).toList();
        return new UploadRules(extensions, limits.maxSize().toBytes(), limits.maxPerList());
    }

    void requireRoom(long caseId, Actor actor, Instant now) {
        open.requireRoom(caseId, actor, now);
    }

    FileStore.Received receive(InputStream content) {
        return files.receive(content);
    }

    FileKind keep(FileStore.Received received, String name) {
        FileKind kind = check.check(received.file(), name);
        files.keep(received);
        return kind;
    }

    void requireFew(String purpose, List<UUID> documents) {
        if (documents.size() > limits.maxPerList())
            throw new RuleViolation("documents.tooManyInList", "【" + purpose + "】最多上传" + limits.maxPerList() + "个文件");
    }

    InputStream open(StoredDocument document) {
        return files.open(document.sha256(), document.size());
    }
}
