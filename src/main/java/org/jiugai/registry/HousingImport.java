package org.jiugai.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetFile;
import org.jiugai.sheets.SheetTable;
import org.jiugai.sheets.SheetWriter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The baseline from a workbook: everything or, with all faults at once, nothing. */
@Service
@Transactional
public class HousingImport {
    private static final String SHEET = "房屋和业主";
    private final RegistryManagement registry;
    private final RegistryAccess access;

    HousingImport(RegistryManagement registry, RegistryAccess access) {
        this.registry = registry;
        this.access = access;
    }

    /**
     * Takes the units of a sheet.
     *
     * @return how many units it gave
     * @throws RuleViolation with every fault, each with its row and column
     */
    public int run(long communityId, InputStream upload, Actor actor) {
        access.demand(actor, communityId);
        SheetFaults faults = new SheetFaults();
        Set<String> known = registry.units(communityId).stream()
                .map(unit -> HousingReading.address(unit.building(), unit.entrance(), unit.door()))
                .collect(Collectors.toSet());
        List<NewUnit> units = read(SheetFile.read(upload), known, faults);
        if (!faults.isEmpty()) throw new RuleViolation("registry.importRefused", faults.asFaults());
        registry.add(communityId, units, actor);
        return units.size();
    }

    /** An empty sheet with its columns. */
    @Transactional(readOnly = true)
    public byte[] template(String community) {
        return SheetWriter.write(List.of(new SheetWriter.Page(
                SHEET,
                community + "底账：每名业主一行；共有的，各行房屋相同，并在一名共有人处填“是”",
                Arrays.stream(HousingColumn.values()).map(HousingColumn::label).toList(),
                List.of())));
    }

    private static List<NewUnit> read(byte[] content, Set<String> known, SheetFaults faults) {
        try (XSSFWorkbook workbook = SheetFile.open(content, faults)) {
            if (workbook == null) return List.of();
            List<HousingColumn> columns = Arrays.asList(HousingColumn.values());
            List<SheetTable.Line> lines = SheetTable.read(workbook, SHEET, columns, faults)
                    .orElseGet(() -> {
                        faults.add("没有名为“" + SHEET + "”的工作表");
                        return List.of();
                    });
            return faults.isEmpty() ? new HousingReading(known, faults).read(lines) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
