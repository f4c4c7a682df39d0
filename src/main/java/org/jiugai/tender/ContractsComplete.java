package org.jiugai.tender;

/** Every contract that the case needs before construction is signed. */
public record ContractsComplete(long caseId) {}
