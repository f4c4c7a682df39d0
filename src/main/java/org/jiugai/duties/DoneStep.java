package org.jiugai.duties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who completed a task, for which office, and for whom if he stood in.
 *
 * @param person sign-in name
 */
public record DoneStep(String taskId, String person, String office, @Nullable String onBehalfOf, Instant doneAt) {}
