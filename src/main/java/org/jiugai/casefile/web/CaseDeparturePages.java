package org.jiugai.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CommunityDepartures;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 剥离小区: asked for by the street, decided by the renovation office. */
@Controller
@RequestMapping("/cases/{caseNo}/departures")
class CaseDeparturePages {
    private final CommunityDepartures departures;
    private final CaseManagement cases;
    private final VisibleCases visible;

    CaseDeparturePages(CommunityDepartures departures, CaseManagement cases, VisibleCases visible) {
        this.departures = departures;
        this.cases = cases;
        this.visible = visible;
    }

    @GetMapping
    String list(@PathVariable String caseNo, Principal person, Model model) {
        RenovationCase file = visible.of(caseNo, person.getName(), "剥离小区");
        return page(file, person, model);
    }

    @PostMapping
    String ask(
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable Long communityId,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), CommunityDepartures.ASKING);
        model.addAttribute("typed", reason);
        model.addAttribute("typedCommunity", communityId);
        return answer(file, person, model, response, () -> departures.ask(file.caseId(), communityId, reason, actor));
    }

    @PostMapping("/{departureId}")
    String decide(
            @PathVariable String caseNo,
            @PathVariable long departureId,
            @RequestParam(defaultValue = "false") boolean approved,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), CommunityDepartures.DECIDING);
        model.addAttribute("typedAnswer", reason);
        return answer(
                file,
                person,
                model,
                response,
                () -> departures.decide(file.caseId(), departureId, approved, reason, actor));
    }

    private String answer(
            RenovationCase file, Principal person, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            return page(file, person, model);
        }
        return "redirect:/cases/" + file.caseNo() + "/departures";
    }

    private String page(RenovationCase file, Principal person, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("departures", departures.of(file.caseId()));
        model.addAttribute("communities", cases.communities(file.caseId()));
        model.addAttribute(
                "mayAsk",
                visible.holds(file.caseId(), person.getName(), CommunityDepartures.ASKING)
                        && departures.mayAsk(
                                file.caseId(),
                                visible.actorAs(file.caseId(), person.getName(), CommunityDepartures.ASKING)));
        model.addAttribute("mayDecide", visible.holds(file.caseId(), person.getName(), CommunityDepartures.DECIDING));
        return "casefile/departures";
    }
}
