package org.jiugai.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.Region;
import org.jiugai.policy.PolicyManagement;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.ProjectApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a street begins an application, and sees what became of its earlier ones. */
@Controller
@RequestMapping("/programme/apply")
class ApplyPage {
    private final AdmissionManagement admission;
    private final OrganisationManagement organisation;
    private final PolicyManagement policies;
    private final Clock clock;

    ApplyPage(
            AdmissionManagement admission,
            OrganisationManagement organisation,
            PolicyManagement policies,
            Clock clock) {
        this.admission = admission;
        this.organisation = organisation;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping
    String form(Principal person, Model page) {
        prepare(person, page, streetOf(person));
        return "programme/apply";
    }

    @PostMapping
    String begin(
            @RequestParam int year,
            @RequestParam String policy,
            Principal person,
            Model page,
            HttpServletResponse response) {
        Region street = streetOf(person);
        try {
            page.addAttribute(
                    "opened",
                    admission.open(
                            countyOf(street),
                            street.code(),
                            year,
                            policy,
                            organisation.actorIn(person.getName(), "subdistrict", street.code())));
        } catch (RuleViolation refused) {
            page.addAttribute("refusal", refused.getMessage());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        prepare(person, page, street);
        return "programme/apply";
    }

    private void prepare(Principal person, Model page, Region street) {
        List<ProjectApplication> own = admission.applications(organisation.countiesOf(person.getName())).stream()
                .filter(application -> application.street().equals(street.code()))
                .toList();
        Map<Long, String> names = own.stream()
                .collect(Collectors.toMap(
                        ProjectApplication::id,
                        a -> admission.entry(a.id()).map(e -> e.projectName()).orElse("（未填报）")));
        page.addAttribute("street", street);
        page.addAttribute("applications", own);
        page.addAttribute("names", names);
        page.addAttribute("policies", policies.all());
        page.addAttribute("year", LocalDate.now(clock).getYear());
    }

    /** The street whose office the person belongs to; nobody else applies. */
    private Region streetOf(Principal person) {
        return organisation.officesAs(person.getName(), "subdistrict").stream()
                .map(Office::region)
                .map(organisation::region)
                .filter(region -> region.kind() == Region.Kind.STREET)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static String countyOf(Region street) {
        String county = street.parent();
        if (county == null) throw new IllegalStateException("street without a county: " + street.code());
        return county;
    }
}
