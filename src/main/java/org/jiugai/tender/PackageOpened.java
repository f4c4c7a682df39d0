package org.jiugai.tender;

/**
 * A new package is ready for its tender.
 *
 * @param caseId the case that founded it
 */
public record PackageOpened(long packageId, String packageNo, String county, long caseId) {}
