package org.jiugai.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.kernel.NameKey;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.ImportSheet.Column;
import org.jiugai.organisation.Region.Kind;
import org.jiugai.sheets.SheetTable.Line;
import org.springframework.stereotype.Component;

/** The rows of 行政区划: new regions, and new names of those that are there. */
@Component
class RegionImport {
    private static final Map<String, Kind> LEVELS = Map.ofEntries(
            Map.entry("市", Kind.CITY),
            Map.entry("地级市", Kind.CITY),
            Map.entry("区县", Kind.COUNTY),
            Map.entry("县区", Kind.COUNTY),
            Map.entry("区", Kind.COUNTY),
            Map.entry("县", Kind.COUNTY),
            Map.entry("县级市", Kind.COUNTY),
            Map.entry("街道", Kind.STREET),
            Map.entry("镇", Kind.STREET),
            Map.entry("乡", Kind.STREET),
            Map.entry("街道(镇)", Kind.STREET),
            Map.entry("社区", Kind.COMMUNITY),
            Map.entry("村", Kind.COMMUNITY),
            Map.entry("社区(村)", Kind.COMMUNITY));

    private final RegionAdministration administration;
    private final Directory directory;

    RegionImport(RegionAdministration administration, Directory directory) {
        this.administration = administration;
        this.directory = directory;
    }

    /** Higher ones first, wherever they stand. */
    void take(List<Line> lines, ImportRun run) {
        lines.stream()
                .sorted(Comparator.comparing(line -> level(line).orElse(Kind.COMMUNITY)))
                .forEach(line -> {
                    String code = OrganisationRules.id(line.text(Column.CODE));
                    if (run.isFirst(ImportSheet.REGIONS, line, Column.CODE, code))
                        run.row(ImportSheet.REGIONS, line, code, Column.PARENT, () -> take(line, code, run));
                });
    }

    private void take(Line line, String code, ImportRun run) {
        Kind level = level(line)
                .orElseThrow(() -> new RuleViolation(
                        "organisation.unknownLevel", "kind", "须为市、区县、街道（镇）或社区（村）：“" + line.text(Column.LEVEL) + "”"));
        String name = line.text(Column.NAME);
        String parent = OrganisationRules.id(line.text(Column.PARENT));
        Optional<Region> there = directory.findRegion(code);
        if (there.isPresent()) {
            demandSame(there.get(), level, parent);
            if (there.get().name().equals(name)) return;
            administration.rename(run.administrator(), code, name);
            run.changed();
            return;
        }
        boolean fits = directory
                .findRegion(parent)
                .flatMap(above -> above.kind().below())
                .filter(below -> below != level)
                .isEmpty();
        if (level == Kind.CITY || !fits) {
            throw new RuleViolation(
                    "organisation.unfitLevel",
                    "kind",
                    level == Kind.CITY ? "市级区划不能通过导入新增" : level.label() + "不能直接设在上级代码所指的区划之下");
        }
        administration.add(run.administrator(), code, name, parent);
        run.added();
    }

    private static void demandSame(Region there, Kind level, String parent) {
        if (there.kind() != level)
            throw new RuleViolation(
                    "organisation.otherLevel", "kind", "已登记为" + there.kind().label() + "，不能更改");
        String above = there.parent() == null ? "" : there.parent();
        if (!above.equals(parent))
            throw new RuleViolation("organisation.otherParent", "parent", "已登记的上级为“" + above + "”，不能更改");
    }

    private static Optional<Kind> level(Line line) {
        return Optional.ofNullable(LEVELS.get(NameKey.of(line.text(Column.LEVEL))));
    }
}
