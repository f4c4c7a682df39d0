package org.jiugai.casefile.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.policy.Parameters.Level;
import org.jspecify.annotations.Nullable;

/** The role that a model names as the holder of a task, in {@code ${offices.holding(execution,'contractor')}}. */
record OfferedRole(String role, Level level) {
    private static final Pattern ROLE =
            Pattern.compile("offices\\.(?:holding|seat)\\(execution,\\s*'([a-z-]+)'(?:,\\s*'([A-Z]+)')?\\)");

    static Optional<OfferedRole> in(@Nullable String candidateGroups) {
        Matcher found = ROLE.matcher(candidateGroups == null ? "" : candidateGroups);
        if (!found.find()) return Optional.empty();
        Level level = found.group(2) == null ? Level.COUNTY : Level.valueOf(found.group(2));
        return Optional.of(new OfferedRole(found.group(1), level));
    }
}
