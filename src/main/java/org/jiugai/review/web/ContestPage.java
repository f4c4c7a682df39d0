package org.jiugai.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opinions that were entered for the reader's offices (代录), each with a form to contest it. */
@Controller
@RequestMapping("/cases/{caseNo}/review/entered")
class ContestPage {
    private final ReviewManagement reviews;
    private final VisibleCases visible;
    private final OrganisationManagement organisation;

    ContestPage(ReviewManagement reviews, VisibleCases visible, OrganisationManagement organisation) {
        this.reviews = reviews;
        this.visible = visible;
        this.organisation = organisation;
    }

    @GetMapping
    String show(@PathVariable String caseNo, Principal person, Model page) {
        RenovationCase file = visible.of(caseNo, person.getName());
        List<String> offices = organisation.officesOf(person.getName()).stream()
                .map(Office::id)
                .toList();
        page.addAttribute("file", file);
        page.addAttribute(
                "opinions",
                reviews.enteredForOthers(file.caseId()).stream()
                        .filter(s -> offices.contains(s.office()))
                        .toList());
        return "review/entered";
    }

    @PostMapping("/{opinionId}")
    String contest(
            @PathVariable String caseNo,
            @PathVariable long opinionId,
            @RequestParam String reason,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        try {
            reviews.contest(opinionId, reason, actorFor(file.caseId(), opinionId, person));
            return "redirect:/cases/" + file.caseNo() + "#review";
        } catch (RuleViolation refused) {
            response.setStatus((refused.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            page.addAttribute("refusal", refused.getMessage());
            page.addAttribute("typed", reason);
            return show(caseNo, person, page);
        }
    }

    /** The reader acting for that one of his offices for which the opinion was entered. */
    private Actor actorFor(long caseId, long opinionId, Principal person) {
        List<String> offices = reviews.enteredForOthers(caseId).stream()
                .filter(s -> s.opinionId() != null && s.opinionId() == opinionId)
                .map(Standing::office)
                .collect(Collectors.toList());
        return organisation
                .actorFor(person.getName(), offices)
                .orElseGet(() -> visible.actor(caseId, person.getName()));
    }
}
