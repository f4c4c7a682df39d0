package org.jiugai.satisfaction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.satisfaction.Rating;
import org.jiugai.satisfaction.SatisfactionFigures;
import org.jiugai.satisfaction.SatisfactionSurvey;
import org.jiugai.survey.SurveyAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 满意度调查 of a case: its figures, and a form for answers that are given in person or on paper. */
@Controller
@RequestMapping("/cases/{caseNo}/satisfaction")
class SatisfactionPages {
    private final SatisfactionSurvey survey;
    private final VisibleCases visible;

    SatisfactionPages(SatisfactionSurvey survey, VisibleCases visible) {
        this.survey = survey;
        this.visible = visible;
    }

    @GetMapping
    String show(@PathVariable String caseNo, Principal person, Model page) {
        return page(visible.of(caseNo, person.getName(), "满意度调查"), person, page);
    }

    @PostMapping
    String receive(
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable Long communityId,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable Rating rating,
            @RequestParam(defaultValue = "") String remark,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        try {
            survey.receive(
                    file.caseId(),
                    communityId,
                    address,
                    rating,
                    remark,
                    visible.actorAs(file.caseId(), person.getName(), SurveyAccess.ROLES));
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            page.addAttribute("faults", refusal.faults());
            page.addAttribute("typedCommunity", communityId);
            page.addAttribute("typedAddress", address);
            page.addAttribute("typedRating", rating);
            page.addAttribute("typedRemark", remark);
            return page(file, person, page);
        }
        return "redirect:/cases/" + file.caseNo() + "/satisfaction";
    }

    private String page(RenovationCase file, Principal person, Model page) {
        page.addAttribute("file", file);
        page.addAttribute("open", survey.isOpen(file.caseId()));
        Map<CaseCommunity, SatisfactionFigures> figures = survey.ofCase(file.caseId());
        page.addAttribute("figures", figures);
        page.addAttribute("total", SatisfactionFigures.total(figures.values()));
        page.addAttribute("remarks", survey.remarks(file.caseId()));
        page.addAttribute("ratings", Rating.values());
        page.addAttribute("mayReceive", visible.holds(file.caseId(), person.getName(), SurveyAccess.ROLES));
        return "satisfaction/satisfaction";
    }
}
