package org.jiugai.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import org.jiugai.casefile.CaseGuests;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 来访查阅: who from outside may read a case. */
@Controller
@RequestMapping("/cases/{caseNo}/guests")
class CaseGuestPages {
    private final CaseGuests guests;
    private final VisibleCases visible;

    CaseGuestPages(CaseGuests guests, VisibleCases visible) {
        this.guests = guests;
        this.visible = visible;
    }

    @GetMapping
    String list(@PathVariable String caseNo, Principal person, Model model) {
        RenovationCase file = visible.of(caseNo, person.getName());
        visible.actorAs(file.caseId(), person.getName(), CaseGuests.GRANTING);
        return page(file, model);
    }

    @PostMapping
    String grant(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String purpose,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), CaseGuests.GRANTING);
        try {
            guests.grant(file.caseId(), office, from, until, purpose, actor);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            model.addAttribute("purpose", purpose);
            model.addAttribute("from", from);
            model.addAttribute("until", until);
            return page(file, model);
        }
        return "redirect:/cases/" + file.caseNo() + "/guests";
    }

    @PostMapping("/{guestId}/end")
    String end(@PathVariable String caseNo, @PathVariable long guestId, Principal person) {
        RenovationCase file = visible.of(caseNo, person.getName());
        guests.end(file.caseId(), guestId, visible.actorAs(file.caseId(), person.getName(), CaseGuests.GRANTING));
        return "redirect:/cases/" + file.caseNo() + "/guests";
    }

    private String page(RenovationCase file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("guests", guests.of(file.caseId()));
        model.addAttribute("offices", guests.candidates());
        return "casefile/guests";
    }
}
