package org.jiugai.registry;

/** What a valid household code opens: this unit, in this community. */
public record HouseholdDoor(long codeId, long unitId, long communityId) {}
