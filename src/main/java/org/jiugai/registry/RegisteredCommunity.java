package org.jiugai.registry;

import org.jspecify.annotations.Nullable;

/**
 * A community of a county, whichever cases it is in.
 *
 * @param county code of the county, the tenant
 * @param street code of the street's region
 * @param committee office of the residents' committee in charge, null while unknown
 */
public record RegisteredCommunity(long id, String county, String street, String name, @Nullable String committee) {}
