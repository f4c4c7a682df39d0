package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.publicsite.Publications;
import org.jiugai.publicsite.Publishable.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 信息公开 of a case: what may be public, who asked, who released. */
@Controller
@RequestMapping("/cases/{caseNo}/publication")
class PublicationPages {
    private final Publications publications;
    private final VisibleCases visible;

    PublicationPages(Publications publications, VisibleCases visible) {
        this.publications = publications;
        this.visible = visible;
    }

    @GetMapping
    String list(@PathVariable String caseNo, Principal person, Model page) {
        return page(visible.of(caseNo, person.getName(), "信息公开"), person, page);
    }

    @PostMapping
    String propose(
            @PathVariable String caseNo,
            @RequestParam Kind kind,
            @RequestParam long subjectId,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        return answer(
                file,
                person,
                page,
                response,
                () -> publications.propose(
                        file.caseId(),
                        kind,
                        subjectId,
                        visible.actorAs(file.caseId(), person.getName(), Publications.PROPOSING)));
    }

    @PostMapping("/{publicationId}/release")
    String release(
            @PathVariable String caseNo,
            @PathVariable long publicationId,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        return answer(
                file,
                person,
                page,
                response,
                () -> publications.release(
                        file.caseId(),
                        publicationId,
                        visible.actorAs(file.caseId(), person.getName(), Publications.RELEASING)));
    }

    @PostMapping("/{publicationId}/withdrawal")
    String withdraw(
            @PathVariable String caseNo,
            @PathVariable long publicationId,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        page.addAttribute("typed", reason);
        page.addAttribute("typedFor", publicationId);
        return answer(
                file,
                person,
                page,
                response,
                () -> publications.withdraw(
                        file.caseId(),
                        publicationId,
                        reason,
                        visible.actorAs(file.caseId(), person.getName(), Publications.RELEASING)));
    }

    private String answer(
            RenovationCase file, Principal person, Model page, HttpServletResponse response, Runnable act) {
        try {
            act.run();
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            page.addAttribute("faults", refusal.faults());
            return page(file, person, page);
        }
        return "redirect:/cases/" + file.caseNo() + "/publication";
    }

    private String page(RenovationCase file, Principal person, Model page) {
        page.addAttribute("file", file);
        page.addAttribute("items", publications.of(file.caseId()));
        page.addAttribute("me", person.getName());
        page.addAttribute("mayPropose", visible.holds(file.caseId(), person.getName(), Publications.PROPOSING));
        page.addAttribute("mayRelease", visible.holds(file.caseId(), person.getName(), Publications.RELEASING));
        return "publicsite/publication";
    }
}
