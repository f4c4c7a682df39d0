package org.jiugai.organisation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiugai.kernel.Faults;
import org.jiugai.organisation.ImportSheet.Column;
import org.jiugai.sheets.SheetTable.Line;
import org.springframework.stereotype.Component;

/** The rows of 单位: new offices; new names, further roles and counties of those that are there. */
@Component
class OfficeImport {
    private final OfficeAdministration administration;
    private final Directory directory;
    private final OfficeRows rows;

    OfficeImport(OfficeAdministration administration, Directory directory, OfficeRows rows) {
        this.administration = administration;
        this.directory = directory;
        this.rows = rows;
    }

    void take(List<Line> lines, ImportRun run) {
        for (Line line : lines) {
            String id = OrganisationRules.id(line.text(Column.ID));
            if (run.isFirst(ImportSheet.OFFICES, line, Column.ID, id))
                run.row(ImportSheet.OFFICES, line, id, Column.REGION, () -> take(line, id, run));
        }
    }

    private void take(Line line, String id, ImportRun run) {
        NewOffice entered = new NewOffice(
                id,
                line.text(Column.NAME),
                line.text(Column.KIND),
                line.text(Column.REGION),
                parts(line.text(Column.ROLES)),
                parts(line.text(Column.COUNTIES)));
        Optional<Office> there = directory.findOffice(id);
        if (there.isEmpty()) {
            administration.add(run.administrator(), entered);
            run.added();
        } else if (update(there.get(), entered, run.administrator())) {
            run.changed();
        }
    }

    private boolean update(Office there, NewOffice entered, String administrator) {
        Faults faults = new Faults();
        Office.Kind kind = OrganisationRules.kind(entered.kind(), faults);
        faults.require(
                kind == null || kind == there.kind(),
                "kind",
                "已登记为" + there.kind().label() + "，不能更改");
        faults.require(
                OrganisationRules.id(entered.region()).equals(there.region()),
                "region",
                "已登记在“" + there.region() + "”，不能更改");
        faults.refuse("organisation.otherOffice");
        administration.rename(administrator, there.id(), entered.name());
        Set<String> had = new LinkedHashSet<>(directory.rolesOf(there.id()));
        Set<String> counties = rows.counties(there.id());
        administration.setRoles(administrator, there.id(), together(had, entered.roles()));
        if (!entered.counties().isEmpty())
            administration.setCounties(administrator, there.id(), together(counties, entered.counties()));
        return !there.equals(directory.office(there.id()))
                || !had.equals(new LinkedHashSet<>(directory.rolesOf(there.id())))
                || !counties.equals(rows.counties(there.id()));
    }

    private static List<String> together(Set<String> had, List<String> further) {
        return Stream.concat(had.stream(), further.stream()).distinct().toList();
    }

    /** What is separated by 、 or another comma, semicolon or line break. */
    private static List<String> parts(String text) {
        return Stream.of(text.split("[、，,；;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
