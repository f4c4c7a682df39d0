package org.jiugai.tender;

import org.jspecify.annotations.Nullable;

/** What a package buys. */
public enum PackageType {
    WORKS("施工", "contractor"),
    EPC("EPC", "contractor"),
    DESIGN("设计", "designer"),
    SUPERVISION("监理", "supervisor"),
    GOODS("货物", null),
    OTHER("其他", null);

    private final String label;
    private final @Nullable String role;

    PackageType(String label, @Nullable String role) {
        this.label = label;
        this.role = role;
    }

    public String label() {
        return label;
    }

    /** The role that the signed firm gets in each case, if any. */
    public @Nullable String role() {
        return role;
    }

    /** 施工 or 总承包: the contract under which the works are built. */
    public boolean isWorks() {
        return this == WORKS || this == EPC;
    }
}
