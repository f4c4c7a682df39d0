package org.jiugai.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version as stored. It never changes: a filled value or new national defaults give a further revision, and cases keep theirs.
 *
 * @param version number that the document carries
 * @param revision counts what came after the document itself
 * @param national the national defaults that it falls back to, null for these themselves
 * @param state DRAFT while masked values are missing
 */
record PolicyVersion(
        long id,
        String code,
        int version,
        int revision,
        String sha256,
        String content,
        @Nullable Long national,
        String state) {
    /** The first version of a document. */
    static PolicyVersion first(
            PolicyDocument document, String sha256, String content, @Nullable Long national, List<FilledValue> filled) {
        return new PolicyVersion(
                0, document.code(), document.version(), 0, sha256, content, national, state(document, filled));
    }

    /** The same document with other defaults or with values filled in. */
    PolicyVersion revised(@Nullable Long national, PolicyDocument document, List<FilledValue> filled) {
        return new PolicyVersion(0, code, version, revision + 1, sha256, content, national, state(document, filled));
    }

    private static String state(PolicyDocument document, List<FilledValue> filled) {
        Set<String> keys = filled.stream().map(FilledValue::key).collect(Collectors.toSet());
        return keys.containsAll(document.maskedKeys()) ? "ACTIVE" : "DRAFT";
    }
}
