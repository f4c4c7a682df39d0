package org.jiugai.consultation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.consultation.WholeLedger;
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

/** 意见台账 of a case: read by its offices, answered by its street or its designer. */
@Controller
@RequestMapping("/cases/{caseNo}/opinions")
class OpinionPages {
    private final OpinionLedger ledger;
    private final WholeLedger whole;
    private final CaseManagement cases;
    private final VisibleCases visible;

    OpinionPages(OpinionLedger ledger, WholeLedger whole, CaseManagement cases, VisibleCases visible) {
        this.ledger = ledger;
        this.whole = whole;
        this.cases = cases;
        this.visible = visible;
    }

    @GetMapping
    String list(@PathVariable String caseNo, Principal person, Model model) {
        return page(visible.of(caseNo, person.getName(), "意见台账"), person, model);
    }

    @PostMapping("/{opinionId}")
    String answer(
            @PathVariable String caseNo,
            @PathVariable long opinionId,
            @RequestParam(required = false) @Nullable Adoption fate,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), OpinionLedger.ANSWERING);
        try {
            ledger.answer(file.caseId(), opinionId, fate, reason, actor);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            model.addAttribute("refused", opinionId);
            model.addAttribute("typed", reason);
            model.addAttribute("typedFate", fate);
            return page(file, person, model);
        }
        return "redirect:/cases/" + file.caseNo() + "/opinions#opinion" + opinionId;
    }

    /** Somebody came in person: staff write down what he says. */
    @PostMapping
    String receive(
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable Long communityId,
            @RequestParam(defaultValue = "") String content,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), OpinionLedger.RECEIVING);
        try {
            ledger.receive(file.caseId(), communityId, content, actor);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            model.addAttribute("typedCommunity", communityId);
            model.addAttribute("typedContent", content);
            return page(file, person, model);
        }
        return "redirect:/cases/" + file.caseNo() + "/opinions";
    }

    private String page(RenovationCase file, Principal person, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("opinions", whole.of(file.caseId()));
        model.addAttribute("communities", cases.communities(file.caseId()));
        model.addAttribute("fates", Adoption.values());
        model.addAttribute(
                "mayAnswer",
                visible.holds(file.caseId(), person.getName(), OpinionLedger.ANSWERING)
                        && ledger.mayAnswer(
                                file.caseId(),
                                visible.actorAs(file.caseId(), person.getName(), OpinionLedger.ANSWERING)));
        model.addAttribute("mayReceive", visible.holds(file.caseId(), person.getName(), OpinionLedger.RECEIVING));
        return "consultation/opinions";
    }
}
