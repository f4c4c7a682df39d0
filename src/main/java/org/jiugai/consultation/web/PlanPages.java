package org.jiugai.consultation.web;

import java.security.Principal;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.documents.DocumentManagement;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A version of a plan: its content, what changed since the version before, which opinions it answers. */
@Controller
class PlanPages {
    private final PlanManagement plans;
    private final OpinionLedger ledger;
    private final DocumentManagement documents;
    private final VisibleCases visible;

    PlanPages(PlanManagement plans, OpinionLedger ledger, DocumentManagement documents, VisibleCases visible) {
        this.plans = plans;
        this.ledger = ledger;
        this.documents = documents;
        this.visible = visible;
    }

    @GetMapping("/cases/{caseNo}/plans/{planId}")
    String show(@PathVariable String caseNo, @PathVariable long planId, Principal person, Model page) {
        RenovationCase file = visible.of(caseNo, person.getName(), "改造方案");
        if (!plans.isOf(file.caseId(), planId)) throw new VisibleCases.NotVisible();
        page.addAttribute("file", file);
        page.addAttribute("plan", plans.details(planId));
        page.addAttribute("difference", plans.difference(planId).orElse(null));
        page.addAttribute("answered", ledger.answeredIn(file.caseId(), planId));
        page.addAttribute("documents", documents.ofSubject(file.caseId(), "renovation-plan:" + planId));
        return "consultation/plan";
    }
}
