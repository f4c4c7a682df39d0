package org.jiugai.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiugai.kernel.NameKey;
import org.jiugai.sheets.SheetColumn;
import org.jspecify.annotations.Nullable;

/** The columns of the programme list (book 6.2) and what sheets call them. */
enum Column implements SheetColumn {
    SERIAL(false, "序号"),
    PROJECT_NO(false, "项目编号", "项目编码"),
    PROJECT(true, "项目名称"),
    STREET(true, "街道", "所属街道", "街道/镇", "街道(镇)", "街道名称"),
    COMMUNITY(true, "小区名称", "小区"),
    RESIDENTS_COMMITTEE(false, "所属社区", "社区", "社区居委会"),
    BUILD_YEAR(false, "建成年份", "建成年代", "建成时间"),
    COMMUNITY_COUNT(false, "小区数", "小区数量"),
    HOUSEHOLDS(true, "户数", "改造户数", "居民户数"),
    BUILDINGS(true, "楼栋数", "栋数", "楼栋", "改造楼栋数"),
    AREA(true, "建筑面积", "改造面积", "改造建筑面积"),
    CONTENTS(false, "改造内容"),
    INVESTMENT(true, "预计投资", "计划投资", "计划总投资", "总投资", "投资"),
    FUND_SOURCE(false, "资金来源"),
    IMPLEMENTER(false, "实施主体", "建设单位", "实施单位"),
    TENDER_MODE(false, "招标方式", "采购方式"),
    PLANNED_START(false, "计划开工", "计划开工时间", "计划开工日期"),
    PLANNED_FINISH(false, "计划竣工", "计划竣工时间", "计划竣工日期", "计划完工"),
    REMARK(false, "备注");

    private static final Set<String> UNITS =
            Set.of("", "元", "万元", "亿元", "m2", "万m2", "平方米", "万平方米", "平米", "万平米", "户", "栋", "幢", "个", "年");
    private final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // filled by List.of, which cannot be changed
    private final List<String> names;

    Column(boolean required, String... names) {
        this.required = required;
        this.names = List.of(names);
    }

    @Override
    public String label() {
        return names.get(0);
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    /** A figure counts once where it stands; a text in a merged cell holds for every row of it. */
    boolean isFigure() {
        return this == COMMUNITY_COUNT || isPerCommunity() || this == INVESTMENT;
    }

    boolean isPerCommunity() {
        return this == HOUSEHOLDS || this == BUILDINGS || this == AREA;
    }

    /** The column that a header's text means. */
    static Optional<Column> of(String header) {
        String key = NameKey.of(header);
        return Stream.of(values()).filter(column -> column.isMeantBy(key)).findFirst();
    }

    private boolean isMeantBy(String key) {
        String bare = key.replaceAll("\\([^()]*\\)", "");
        return names.stream()
                .map(NameKey::of)
                .anyMatch(name -> name.equals(key)
                        || bare.startsWith(name)
                                && UNITS.contains(bare.substring(name.length()).replaceAll("[:,]", "")));
    }

    /**
     * How many decimal places a figure of this column moves to become fen, 0.01 m² or a plain number.
     *
     * @param header the header's text, which names the unit
     * @param general what the sheet says above the header, e.g. 单位:万元
     * @return null when the unit is not said
     */
    @Nullable
    Integer decimalShift(String header, String general) {
        if (this != AREA && this != INVESTMENT) return 0;
        Integer own = shift(NameKey.of(header));
        return own == null ? shift(NameKey.of(general)) : own;
    }

    private @Nullable Integer shift(String text) {
        if (this == INVESTMENT) {
            if (text.contains("亿元")) return null;
            if (text.contains("万元")) return 6;
            return text.contains("元") ? Integer.valueOf(2) : null;
        }
        if (text.matches(".*万(m2|平方米|平米).*")) return 6;
        return text.matches(".*(m2|平方米|平米).*") ? Integer.valueOf(2) : null;
    }

    String units() {
        return this == INVESTMENT ? "元或万元" : "m²或万m²";
    }
}
