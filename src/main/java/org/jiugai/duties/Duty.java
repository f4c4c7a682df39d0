package org.jiugai.duties;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody is about to complete.
 *
 * @param step its id in the model
 * @param instance the process instance
 * @param caseId null before there is a case
 * @param offices the offices to which it is offered
 */
public record Duty(
        String taskId, String step, String name, String instance, @Nullable Long caseId, Set<String> offices) {}
