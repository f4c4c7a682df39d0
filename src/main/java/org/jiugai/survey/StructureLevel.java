package org.jiugai.survey;

/** Safety level of a house; C and D are dangerous houses. */
public enum StructureLevel {
    A("A级"),
    B("B级"),
    C("C级"),
    D("D级"),
    UNRATED("未鉴定");

    private final String label;

    StructureLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean dangerous() {
        return this == C || this == D;
    }
}
