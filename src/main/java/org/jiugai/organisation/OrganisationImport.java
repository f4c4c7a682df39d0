package org.jiugai.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetFile;
import org.jiugai.sheets.SheetTable;
import org.jiugai.sheets.SheetTable.Line;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Regions, offices and people from a workbook, under the same rules as on the pages: row by row in one transaction, so that one faulty row
 * undoes all. What is there is updated or added to; nothing is deleted.
 */
@Service
@Transactional
@Unrecorded("each change is recorded by AdministrativeActs, with what it was before")
public class OrganisationImport {
    private final RegionImport regions;
    private final OfficeImport offices;
    private final PeopleImport people;
    private final AdministratorScopes scopes;

    OrganisationImport(RegionImport regions, OfficeImport offices, PeopleImport people, AdministratorScopes scopes) {
        this.scopes = scopes;
        this.regions = regions;
        this.offices = offices;
        this.people = people;
    }

    /**
     * What came of it.
     *
     * @param added regions, offices and people that were not there
     * @param changed names, roles, counties and memberships that were changed or added
     * @param issued one-time passwords of the new people; this is the only time they can be read
     */
    public record Imported(int added, int changed, List<IssuedPassword> issued) {}

    /**
     * @throws RuleViolation with every fault by sheet, row and column; nothing was changed
     * @throws NotAdministrator when the person is none
     */
    public Imported run(String administrator, InputStream upload) {
        scopes.of(administrator);
        SheetFaults faults = new SheetFaults();
        ImportRun run = new ImportRun(administrator, faults);
        byte[] content = SheetFile.read(upload);
        try (XSSFWorkbook workbook = SheetFile.open(content, faults)) {
            if (workbook != null) read(workbook, run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) throw new RuleViolation("organisation.importRefused", faults.asFaults());
        return run.imported();
    }

    private void read(XSSFWorkbook workbook, ImportRun run) {
        boolean found = false;
        for (ImportSheet sheet : ImportSheet.values()) {
            Optional<List<Line>> lines = SheetTable.read(workbook, sheet.title(), sheet.columns(), run.faults());
            lines.ifPresent(there -> take(sheet, there, run));
            found |= lines.isPresent();
        }
        if (!found) run.faults().add("没有找到名为“行政区划”“单位”或“人员”的工作表");
    }

    private void take(ImportSheet sheet, List<Line> lines, ImportRun run) {
        switch (sheet) {
            case REGIONS -> regions.take(lines, run);
            case OFFICES -> offices.take(lines, run);
            case PEOPLE -> people.take(lines, run);
        }
    }
}
