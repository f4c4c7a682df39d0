package org.jiugai.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.NameKey;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetFile;
import org.jiugai.sheets.SheetTable;
import org.jiugai.sheets.SheetWriter;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Household visits as staff type them: a grid for each building, a sheet to take along and to send back. */
@Service
@Transactional
public class VisitIntake {
    private static final String SHEET = "入户调查";
    private final HouseholdVisits visits;
    private final CaseManagement cases;
    private final RegistryManagement registry;
    private final Clock clock;

    VisitIntake(HouseholdVisits visits, CaseManagement cases, RegistryManagement registry, Clock clock) {
        this.visits = visits;
        this.cases = cases;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Takes the rows of a grid; a row without any cell says nothing.
     *
     * @return how many households it gave
     * @throws RuleViolation with every fault, each with its row and column; nothing is kept
     */
    public int take(long communityId, List<TypedVisit> rows, VisitChannel channel, LocalDate day, Actor actor) {
        Faults faults = new Faults();
        VisitReading reading = new VisitReading(channel, day, faults);
        Map<Integer, NewVisit> heard = new LinkedHashMap<>();
        for (TypedVisit typed : rows) {
            NewVisit visit = typed.cells().isEmpty() ? null : reading.read(typed);
            if (visit != null) heard.put(typed.row(), visit);
        }
        if (heard.isEmpty() && faults.isEmpty()) faults.add("rows", "没有填写任何一户");
        visits.record(communityId, heard, faults, actor);
        return heard.size();
    }

    /**
     * Takes a sheet that came back.
     *
     * @return how many households it gave
     * @throws RuleViolation with every fault, each with its row and column; nothing is kept
     */
    public int upload(long communityId, InputStream upload, Actor actor) {
        SheetFaults faults = new SheetFaults();
        List<TypedVisit> rows = read(communityId, SheetFile.read(upload), faults);
        if (!faults.isEmpty()) throw new RuleViolation("survey.sheetRefused", faults.asFaults());
        return take(communityId, rows, VisitChannel.PAPER, LocalDate.now(clock), actor);
    }

    /** The sheet of a building with its households, to take along. */
    @Transactional(readOnly = true)
    public byte[] sheet(long communityId, long buildingId) {
        List<List<String>> rows = registry.units(cases.community(communityId).registeredId()).stream()
                .filter(unit -> unit.buildingId() == buildingId)
                .map(unit -> List.of(unit.building(), String.valueOf(unit.entrance()), unit.door()))
                .toList();
        return SheetWriter.write(List.of(new SheetWriter.Page(
                SHEET,
                cases.community(communityId).name() + "入户调查：改造意愿填支持、不支持、无所谓或未联系上；需求填" + needs() + "，多项以顿号分开",
                Arrays.stream(VisitColumn.values()).map(VisitColumn::label).toList(),
                rows)));
    }

    private List<TypedVisit> read(long communityId, byte[] content, SheetFaults faults) {
        try (XSSFWorkbook workbook = SheetFile.open(content, faults)) {
            if (workbook == null) return List.of();
            List<SheetTable.Line> lines = SheetTable.read(workbook, SHEET, Arrays.asList(VisitColumn.values()), faults)
                    .orElseGet(() -> {
                        faults.add("没有名为“" + SHEET + "”的工作表");
                        return List.of();
                    });
            return faults.isEmpty() ? typed(communityId, lines, faults) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of which something was filled in. */
    private List<TypedVisit> typed(long communityId, List<SheetTable.Line> lines, SheetFaults faults) {
        Map<String, HousingUnit> units = registry
                .units(cases.community(communityId).registeredId())
                .stream()
                .collect(Collectors.toMap(
                        unit -> address(unit.building(), String.valueOf(unit.entrance()), unit.door()),
                        Function.identity()));
        List<TypedVisit> rows = new ArrayList<>();
        for (SheetTable.Line line : lines) {
            Map<VisitColumn, String> cells = new EnumMap<>(VisitColumn.class);
            for (VisitColumn column : VisitColumn.values())
                if (!line.text(column).isEmpty()) cells.put(column, line.text(column));
            String address = address(
                    line.text(VisitColumn.BUILDING), line.text(VisitColumn.ENTRANCE), line.text(VisitColumn.DOOR));
            List.of(VisitColumn.BUILDING, VisitColumn.ENTRANCE, VisitColumn.DOOR)
                    .forEach(cells::remove);
            if (cells.isEmpty()) continue;
            HousingUnit unit = units.get(address);
            if (unit == null) faults.add(line.number(), VisitColumn.DOOR, "“" + address + "”不在本小区底账中");
            else rows.add(new TypedVisit(line.number(), unit.id(), cells));
        }
        return rows;
    }

    private static String address(String building, String entrance, String door) {
        return NameKey.of(building + entrance.replace("单元", "") + "单元" + door.replace("室", "") + "室");
    }

    private static String needs() {
        return Arrays.stream(Category.values()).map(Category::label).collect(Collectors.joining("、"));
    }
}
