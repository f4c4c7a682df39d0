package org.jiugai.publicsite;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that residents may be shown, and how far its release has come.
 *
 * @param subjectId id of the case, of the plan's version, of the notice, of the round of a vote
 * @param publicationId null while nobody has asked for its release
 * @param proposedBy who has
 * @param releasedOn null while it is not public
 */
public record Publishable(
        Kind kind,
        long subjectId,
        String title,
        @Nullable Long publicationId,
        @Nullable String proposedBy,
        @Nullable LocalDate proposedOn,
        @Nullable LocalDate releasedOn) {
    /** What can be public. */
    public enum Kind {
        PROJECT("项目"),
        PLAN("改造方案"),
        NOTICE("公示"),
        RESULT("表决结果");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isReleased() {
        return releasedOn != null;
    }
}
