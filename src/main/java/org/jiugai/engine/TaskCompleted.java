package org.jiugai.engine;

/** A user task was completed, in the transaction that completes it. */
public record TaskCompleted(String taskId, String personId) {}
