package org.jiugai.survey;

import org.jiugai.sheets.SheetColumn;

/** Columns of a sheet of household visits: what is printed to take along, what comes back. */
public enum VisitColumn implements SheetColumn {
    BUILDING("楼栋", true),
    ENTRANCE("单元", true),
    DOOR("房号", true),
    ATTITUDE("改造意愿", true),
    DAY("日期", false),
    RESPONDENT("受访人", false),
    TENANT("承租人", false),
    PAY("愿意出资", false),
    LIFT("加装电梯", false),
    CHARGING("充电设施", false),
    NEEDS("需求", false),
    REMARK("意见", false);

    private final String label;
    private final boolean required;

    VisitColumn(String label, boolean required) {
        this.label = label;
        this.required = required;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean isRequired() {
        return required;
    }
}
