package org.jiugai.documents;

import org.jiugai.kernel.RuleViolation;

/** A file that is not accepted; nothing of it is kept. */
final class FileRefused extends RuleViolation {
    private static final long serialVersionUID = 1L;

    /** @param fact the part of the code after the room's name */
    FileRefused(String fact, String message) {
        super("documents." + fact, "file", message);
    }

    /** What cannot be read to its end cannot be judged. */
    static FileRefused damaged(String kind) {
        return new FileRefused("damaged", kind + "文件不完整或已损坏，不能上传；请重新扫描或另存后再上传");
    }
}
