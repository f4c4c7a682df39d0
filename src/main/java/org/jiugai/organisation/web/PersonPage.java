package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.AccountAdministration;
import org.jiugai.organisation.IssuedPassword;
import org.jiugai.organisation.OrganisationOverview;
import org.jiugai.organisation.PeopleAdministration;
import org.jiugai.organisation.PeopleOverview;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: name, memberships, stand-ins, password and account. */
@Controller
@RequestMapping("/administration/people/{id}")
class PersonPage {
    private final PeopleOverview overview;
    private final OrganisationOverview offices;
    private final PeopleAdministration people;
    private final AccountAdministration accounts;

    PersonPage(
            PeopleOverview overview,
            OrganisationOverview offices,
            PeopleAdministration people,
            AccountAdministration accounts) {
        this.overview = overview;
        this.offices = offices;
        this.people = people;
        this.accounts = accounts;
    }

    @GetMapping
    String show(@PathVariable String id, Principal who, Model page) {
        return page(id, who, page, Typed.nothing());
    }

    /** @param what which form of the page */
    @PostMapping("/{what:name|memberships|block|unblock}")
    String change(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into(what, values);
        return submit(id, who, page, response, typed, () -> change(who.getName(), id, typed));
    }

    private void change(String administrator, String id, Typed typed) {
        switch (typed.form()) {
            case "name" -> people.rename(administrator, id, typed.text("name"));
            case "memberships" ->
                people.join(administrator, id, typed.text("office"), typed.text("from"), typed.text("until"));
            case "block" -> accounts.block(administrator, id);
            default -> accounts.unblock(administrator, id);
        }
    }

    /** Other days for a membership, or its end at once. */
    @PostMapping("/memberships/{membership:\\d{1,18}}/{what:period|end}")
    String membership(
            @PathVariable String id,
            @PathVariable long membership,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into("membership-" + membership, values);
        return submit(id, who, page, response, typed, () -> {
            if (what.equals("end")) people.leave(who.getName(), membership);
            else people.setPeriod(who.getName(), membership, typed.text("from"), typed.text("until"));
        });
    }

    /** Answers with the page itself: the password on it is kept nowhere, so nothing can be read again. */
    @PostMapping("/password")
    String password(@PathVariable String id, Principal who, Model page, HttpServletResponse response) {
        try {
            String password = accounts.resetPassword(who.getName(), id);
            page.addAttribute("issued", new IssuedPassword(id, "", "", password));
            return page(id, who, page, Typed.nothing());
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, who, page, Typed.nothing().refused(refusal));
        }
    }

    private String submit(
            String id, Principal who, Model page, HttpServletResponse response, Typed typed, Runnable act) {
        try {
            act.run();
            return "redirect:/administration/people/{id}?saved";
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, who, page, typed.refused(refusal));
        }
    }

    private String page(String id, Principal who, Model page, Typed typed) {
        page.addAttribute("sheet", overview.person(who.getName(), id));
        page.addAttribute("offices", offices.openOffices(who.getName()));
        page.addAttribute("typed", typed);
        return "organisation/person";
    }
}
