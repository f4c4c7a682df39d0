package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.NewStandIn;
import org.jiugai.organisation.PeopleOverview;
import org.jiugai.organisation.StandInAdministration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 代理: who stands in for whom, and until when. */
@Controller
@RequestMapping("/administration/stand-ins")
class StandInPage {
    private final PeopleOverview overview;
    private final StandInAdministration standIns;

    StandInPage(PeopleOverview overview, StandInAdministration standIns) {
        this.overview = overview;
        this.standIns = standIns;
    }

    /** @param absent sign-in name that the form begins with */
    @GetMapping
    String show(@RequestParam(defaultValue = "") String absent, Principal who, Model page) {
        page.addAttribute("absent", absent);
        return page(who, page, Typed.nothing());
    }

    @PostMapping
    String appoint(
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into("stand-in", values);
        NewStandIn entered = new NewStandIn(
                typed.text("absent"),
                typed.text("standIn"),
                typed.text("from"),
                typed.text("until"),
                typed.text("reason"));
        return submit(typed, who, page, response, () -> standIns.appoint(who.getName(), entered));
    }

    @PostMapping("/{standIn:\\d{1,18}}/end")
    String end(@PathVariable long standIn, Principal who, Model page, HttpServletResponse response) {
        Typed typed = Typed.into("end", new LinkedMultiValueMap<>());
        return submit(typed, who, page, response, () -> standIns.end(who.getName(), standIn));
    }

    private String submit(Typed typed, Principal who, Model page, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/administration/stand-ins?saved";
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(who, page, typed.refused(refusal));
        }
    }

    private String page(Principal who, Model page, Typed typed) {
        page.addAttribute("standIns", overview.standIns(who.getName()));
        page.addAttribute("people", overview.find(who.getName(), ""));
        page.addAttribute("today", overview.today());
        page.addAttribute("typed", typed);
        return "organisation/stand-ins";
    }
}
