package org.jiugai.casefile;

/** A community has left its case (剥离小区); the others go on. */
public record CommunityLeft(
        long caseId, long communityId, String name, int households, int buildings, long areaHundredths) {}
