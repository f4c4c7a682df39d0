package org.jiugai.survey;

/** 改造意愿 of a household (book 5.5, task 7). */
public enum Attitude {
    SUPPORT("支持"),
    OPPOSE("不支持"),
    INDIFFERENT("无所谓"),
    NOT_REACHED("未联系上");

    private final String label;

    Attitude(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
