package org.jiugai.casefile;

/** The stations of a case in order, as the stage line shows them. */
public enum Stage {
    SURVEY("调查摸底"),
    CONSULTATION("方案征询"),
    REVIEW("联评联审"),
    FORMALITIES("立项与许可"),
    PROCUREMENT("招标采购"),
    CONSTRUCTION("施工"),
    ACCEPTANCE("验收"),
    SETTLEMENT("结算"),
    WARRANTY("质保"),
    ARCHIVED("归档办结");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
