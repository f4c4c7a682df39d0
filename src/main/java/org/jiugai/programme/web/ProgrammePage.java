package org.jiugai.programme.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.programme.OpenTaskNumber;
import org.jiugai.programme.ProgrammeManagement;
import org.jiugai.programme.ProgrammeProject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The programmes of the person's counties, with what is missing of the task. */
@Controller
class ProgrammePage {
    private final ProgrammeManagement programme;
    private final CaseManagement cases;
    private final OrganisationManagement organisation;

    ProgrammePage(ProgrammeManagement programme, CaseManagement cases, OrganisationManagement organisation) {
        this.programme = programme;
        this.cases = cases;
        this.organisation = organisation;
    }

    @GetMapping("/programme")
    String overview(Principal person, Model page) {
        List<Year> years = new ArrayList<>();
        for (String county : organisation.countiesOf(person.getName())) {
            String name = organisation.region(county).name();
            programme.years(county).forEach(year -> years.add(year(county, name, year)));
        }
        page.addAttribute("years", years);
        page.addAttribute(
                "mayImport",
                !organisation.countiesAs(person.getName(), "renovation-office").isEmpty());
        page.addAttribute("mayApply", organisation.holdsRole(person.getName(), "subdistrict"));
        return "programme/programme";
    }

    private Year year(String county, String name, int year) {
        List<ProgrammeProject> projects = programme.projects(county, year);
        Map<Long, String> numbers = projects.stream()
                .collect(Collectors.toMap(
                        ProgrammeProject::caseId, p -> cases.get(p.caseId()).caseNo()));
        return new Year(
                name, year, projects, numbers, programme.openTask(county, year).orElse(null));
    }

    /**
     * @param caseNumbers case number by id
     * @param open null while no task was issued
     */
    record Year(
            String county,
            int year,
            List<ProgrammeProject> projects,
            Map<Long, String> caseNumbers,
            @Nullable OpenTaskNumber open) {}
}
