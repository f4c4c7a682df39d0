package org.jiugai.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jiugai.casefile.CaseGuests;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jiugai.casefile.CaseParties;
import org.jiugai.casefile.CaseRegister;
import org.jiugai.casefile.CommunityDepartures;
import org.jiugai.casefile.OpenSteps;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.Stage;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /cases} and {@code /cases/{caseNo}}; a case of a county that is not the reader's does not exist for him. */
@Controller
class CasePages {
    /** Whose offices answer for the case when the law is touched; the others read the finding. */
    private static final List<String> ANSWERING = List.of(
            "renovation-office",
            "leading-group",
            "government",
            "housing-bureau",
            "finance-bureau",
            "employer",
            "legal-reviewer");

    private final CaseManagement cases;
    private final VisibleCases visible;
    private final CaseRegister register;
    private final CasePageParts parts;
    private final OrganisationManagement organisation;

    CasePages(
            CaseManagement cases,
            VisibleCases visible,
            CaseRegister register,
            CasePageParts parts,
            OrganisationManagement organisation) {
        this.cases = cases;
        this.visible = visible;
        this.register = register;
        this.parts = parts;
        this.organisation = organisation;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/cases";
    }

    @GetMapping("/cases")
    String list(
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(defaultValue = "0") int page,
            Principal person,
            Model model) {
        String chosen = street == null || street.isBlank() ? null : street;
        List<CaseRegister.Row> rows = register.page(person.getName(), chosen, stage, Math.max(0, page));
        model.addAttribute("rows", rows);
        model.addAttribute("streets", register.streets(person.getName()));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("street", chosen);
        model.addAttribute("stage", stage);
        model.addAttribute("page", Math.max(0, page));
        model.addAttribute("more", rows.size() == CaseRegister.PAGE);
        return "casefile/list";
    }

    @GetMapping("/cases/{caseNo}")
    String show(@PathVariable String caseNo, Principal person, Model model) {
        return page(visible.of(caseNo, person.getName()), person, model);
    }

    private String page(RenovationCase file, Principal person, Model model) {
        model.addAttribute("file", file);
        model.addAttribute(
                "region",
                organisation.region(file.county()).name() + " "
                        + organisation.region(file.street()).name());
        model.addAttribute("mayAnswer", visible.holds(file.caseId(), person.getName(), ANSWERING));
        model.addAttribute("mayName", visible.holds(file.caseId(), person.getName(), CaseParties.NAMING));
        model.addAttribute("mayAdmitGuests", visible.holds(file.caseId(), person.getName(), CaseGuests.GRANTING));
        model.addAttribute(
                "mayCarveOut",
                visible.holds(file.caseId(), person.getName(), CommunityDepartures.ASKING)
                        || visible.holds(file.caseId(), person.getName(), CommunityDepartures.DECIDING));
        model.addAttribute("mayExport", visible.readsAll(file.caseId(), person.getName()));
        parts.addTo(model, file.caseId());
        return "casefile/case";
    }

    @PostMapping("/cases/{caseNo}/findings/{findingId}")
    String answer(
            @PathVariable String caseNo,
            @PathVariable long findingId,
            @RequestParam(defaultValue = "") String answer,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), ANSWERING);
        try {
            cases.answer(file.caseId(), findingId, answer, actor);
        } catch (RuleViolation refusal) {
            response.setStatus((refusal.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("refusedFinding", findingId);
            model.addAttribute("typed", answer);
            return page(file, person, model);
        }
        return "redirect:/cases/" + caseNo + "#findings";
    }

    /** The parts of the page that do not depend on the reader. */
    @org.springframework.stereotype.Component
    record CasePageParts(
            CaseManagement cases,
            OpenSteps steps,
            List<CasePanel> panels,
            OrganisationManagement organisation,
            Clock clock) {
        void addTo(Model model, long caseId) {
            RenovationCase file = cases.get(caseId);
            model.addAttribute("today", LocalDate.now(clock));
            model.addAttribute("stages", cases.stages(caseId));
            model.addAttribute("steps", steps.of(List.of(file.caseNo())));
            model.addAttribute("communities", cases.communities(caseId));
            model.addAttribute("parties", cases.parties(caseId));
            model.addAttribute("findings", cases.findings(caseId));
            model.addAttribute("policy", cases.policy(caseId));
            model.addAttribute(
                    "panels",
                    panels.stream()
                            .sorted(Comparator.comparingInt(CasePanel::order))
                            .map(p -> p.panel(caseId))
                            .filter(Objects::nonNull)
                            .toList());
        }
    }
}
