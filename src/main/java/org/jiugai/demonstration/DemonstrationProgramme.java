package org.jiugai.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jiugai.casefile.CaseParties;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.programme.AnnualTask;
import org.jiugai.programme.ProgrammeManagement;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The programme of 金安区 2024: real totals, rows made up because the annex is missing from the source (示例). */
@Component
@Profile("!production")
public class DemonstrationProgramme {
    static final String COUNTY = "341502";
    static final int YEAR = 2024;
    private final ProgrammeManagement programme;
    private final CaseParties parties;

    DemonstrationProgramme(ProgrammeManagement programme, CaseParties parties) {
        this.programme = programme;
        this.parties = parties;
    }

    /** Imports it once, the way the renovation office would. */
    public void load() {
        if (!programme.projects(COUNTY, YEAR).isEmpty()) return;
        AnnualTask task = new AnnualTask(
                "金安区2024年实施方案（示例）", 6, 12, 2091, 80, Area.ofSquareMetres("202800"), Money.ofYuan("52750000"));
        try (InputStream sheet = new ClassPathResource("demonstration/programme-2024.xlsx").getInputStream()) {
            programme
                    .importSheet(COUNTY, YEAR, "JINAN-2024", task, sheet, Actor.SYSTEM)
                    .forEach(this::nameFirms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each role's firm where the county has one, as the renovation office would on the page of the case. */
    private void nameFirms(RenovationCase opened) {
        parties.candidates(opened.caseId()).forEach((role, firms) -> {
            if (firms.size() == 1)
                parties.name(opened.caseId(), role, firms.get(0).id(), Actor.SYSTEM);
        });
    }
}
