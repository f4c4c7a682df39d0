package org.jiugai.casefile;

/** An office holds this role of the case from now on. Tasks that wait for such an office are offered to it. */
public record PartyNamed(long caseId, String role, String office) {}
