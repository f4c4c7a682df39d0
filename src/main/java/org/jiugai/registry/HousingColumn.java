package org.jiugai.registry;

import org.jiugai.sheets.SheetColumn;

/** Columns of a sheet of units: one row for each owner. */
enum HousingColumn implements SheetColumn {
    BUILDING("楼栋", true),
    ENTRANCE("单元", true),
    DOOR("房号", true),
    AREA("专有面积", true),
    BASIS("面积依据", true),
    TENURE("房屋性质", true),
    OWNER("业主", true),
    KIND("业主类别", false),
    IDENTITY("证件号", false),
    PHONE("电话", false),
    VOTES("投票代表", false);

    private final String label;
    private final boolean required;

    HousingColumn(String label, boolean required) {
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
