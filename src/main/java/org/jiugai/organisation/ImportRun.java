package org.jiugai.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.organisation.ImportSheet.Column;
import org.jiugai.organisation.OrganisationImport.Imported;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetTable.Line;

/** One import on its way: what was done so far, and every fault of the rows. */
final class ImportRun {
    private final String administrator;
    private final SheetFaults faults;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<IssuedPassword> issued = new ArrayList<>();
    private int added;
    private int changed;

    ImportRun(String administrator, SheetFaults faults) {
        this.administrator = administrator;
        this.faults = faults;
    }

    String administrator() {
        return administrator;
    }

    SheetFaults faults() {
        return faults;
    }

    Imported imported() {
        return new Imported(added, changed, List.copyOf(issued));
    }

    void added() {
        added++;
    }

    void changed() {
        changed++;
    }

    void issued(IssuedPassword password) {
        issued.add(password);
    }

    /** Whether no earlier row of the sheet has this key; a fault otherwise. */
    boolean isFirst(ImportSheet sheet, Line line, Column column, String key) {
        if (key.isEmpty()) return true;
        Integer earlier = seen.putIfAbsent(sheet + ":" + key, line.number());
        if (earlier != null) faults.in(sheet.title()).add(line.number(), column, "与第" + earlier + "行重复");
        return earlier == null;
    }

    /**
     * Does what a row asks for; a refusal becomes faults of the row. What a faulty row would have brought is not missed again in the rows
     * that name it.
     *
     * @param key what the row brings
     * @param names a column that names what another row brings
     */
    void row(ImportSheet sheet, Line line, String key, Column names, Runnable act) {
        try {
            act.run();
        } catch (RuleViolation refused) {
            if (!key.isEmpty()) broken.add(key);
            boolean namesBroken = broken.contains(OrganisationRules.id(line.text(names)));
            refused.faults().stream()
                    .filter(fault -> !namesBroken
                            || !sheet.column(fault.field())
                                    .filter(names::equals)
                                    .isPresent())
                    .forEach(fault -> note(sheet, line, fault));
        }
    }

    private void note(ImportSheet sheet, Line line, Fault fault) {
        SheetFaults here = faults.in(sheet.title());
        sheet.column(fault.field())
                .ifPresentOrElse(
                        column ->
                                here.add(line.number(), column, fault.message().replaceFirst("^【[^】]*】", "")),
                        () -> here.add(line.number(), fault.message()));
    }
}
