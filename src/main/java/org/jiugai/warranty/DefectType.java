package org.jiugai.warranty;

/** What is defective decides how long the warranty lasts ({@code warranty-period}). */
public enum DefectType {
    STRUCTURE("地基基础、主体结构"),
    WATERPROOF("屋面、卫生间、外墙防水防渗"),
    HEATING("供热、供冷系统"),
    MEP("电气管线、给排水管道、设备安装、装修"),
    INSULATION("外墙保温"),
    GREENING("绿化"),
    OTHER("道路、围墙、监控等其他");

    private final String label;

    DefectType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
