package org.jiugai.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseParties;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 指定参建单位: where the employer or the renovation office names the firms of a case. */
@Controller
@RequestMapping("/cases/{caseNo}/parties")
class CasePartyPages {
    private final CaseParties parties;
    private final CaseManagement cases;
    private final VisibleCases visible;

    CasePartyPages(CaseParties parties, CaseManagement cases, VisibleCases visible) {
        this.parties = parties;
        this.cases = cases;
        this.visible = visible;
    }

    @GetMapping
    String form(@PathVariable String caseNo, Principal person, Model model) {
        RenovationCase file = visible.of(caseNo, person.getName());
        visible.actorAs(file.caseId(), person.getName(), CaseParties.NAMING);
        return page(file, model);
    }

    @PostMapping
    String name(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String office,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), CaseParties.NAMING);
        try {
            parties.name(file.caseId(), role, office, actor);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            return page(file, model);
        }
        return "redirect:/cases/" + file.caseNo() + "#parties";
    }

    private String page(RenovationCase file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("parties", cases.parties(file.caseId()));
        model.addAttribute("candidates", parties.candidates(file.caseId()));
        return "casefile/parties";
    }
}
