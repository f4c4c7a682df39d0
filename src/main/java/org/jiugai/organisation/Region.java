package org.jiugai.organisation;

import org.jspecify.annotations.Nullable;

/** A region: city, county, street or community, as a tree. */
public record Region(String code, String name, Kind kind, @Nullable String parent) {
    public enum Kind {
        CITY,
        COUNTY,
        STREET,
        COMMUNITY
    }
}
