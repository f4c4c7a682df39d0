package org.jiugai.organisation;

/** An office was closed, or lost a role or a county: what was open with it may be others' now. */
public record OfficeReduced(String office) {}
