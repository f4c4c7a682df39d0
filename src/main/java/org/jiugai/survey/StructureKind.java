package org.jiugai.survey;

/** What is on the list of unlawful structures and occupations (S3 四). */
public enum StructureKind {
    BUILDING("私搭乱建"),
    ENCLOSURE("圈占公共用地"),
    PLANTING("毁绿种菜"),
    FIRE_LANE("占用消防通道");

    private final String label;

    StructureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
