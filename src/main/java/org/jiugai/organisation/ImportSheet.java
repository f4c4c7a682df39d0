package org.jiugai.organisation;

import java.util.List;
import java.util.Optional;
import org.jiugai.sheets.SheetColumn;

/** The sheets of the organisation's workbook, in the order in which they are read: what comes later names what comes earlier. */
enum ImportSheet {
    REGIONS("行政区划", Column.CODE, Column.NAME, Column.LEVEL, Column.PARENT),
    OFFICES("单位", Column.ID, Column.NAME, Column.KIND, Column.REGION, Column.ROLES, Column.COUNTIES),
    PEOPLE("人员", Column.LOGIN, Column.PERSON_NAME, Column.OFFICE, Column.FROM, Column.UNTIL);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which cannot be changed
    private final List<Column> columns;

    ImportSheet(String title, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    String title() {
        return title;
    }

    List<Column> columns() {
        return columns;
    }

    /** The column whose content the rules call by this name. */
    Optional<Column> column(String field) {
        return columns.stream().filter(column -> column.field.equals(field)).findFirst();
    }

    /** A column; the rules name what stands in it by {@code field}. */
    enum Column implements SheetColumn {
        CODE("代码", "code", true),
        NAME("名称", "name", true),
        LEVEL("级别", "kind", true),
        PARENT("上级代码", "parent", true),
        ID("编号", "id", true),
        KIND("类别", "kind", true),
        REGION("区划代码", "region", true),
        ROLES("职责", "roles", true),
        COUNTIES("服务区县", "counties", false),
        LOGIN("登录名", "id", true),
        PERSON_NAME("姓名", "name", true),
        OFFICE("单位编号", "office", true),
        FROM("起", "from", false),
        UNTIL("止", "until", false);

        private final String label;
        private final String field;
        private final boolean required;

        Column(String label, String field, boolean required) {
            this.label = label;
            this.field = field;
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
}
