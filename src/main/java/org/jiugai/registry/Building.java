package org.jiugai.registry;

/**
 * A building of a community.
 *
 * @param entrances number of stairwells (单元), at each of which notices are posted
 * @param units number of its units
 */
public record Building(long id, long communityId, String name, int entrances, int units) {}
