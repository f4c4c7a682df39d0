package org.jiugai.programme;

/** A street has begun an application. Published in the same transaction; its admission process starts. */
public record ApplicationOpened(long applicationId, String number, String county) {}
