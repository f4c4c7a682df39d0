package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.IssuedPassword;
import org.jiugai.organisation.NewPerson;
import org.jiugai.organisation.OfficeAdministration;
import org.jiugai.organisation.OrganisationOverview;
import org.jiugai.organisation.PeopleAdministration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One office: its name, roles, counties and people. */
@Controller
@RequestMapping("/administration/offices/{id}")
class OfficePage {
    private final OrganisationOverview overview;
    private final OfficeAdministration offices;
    private final PeopleAdministration people;

    OfficePage(OrganisationOverview overview, OfficeAdministration offices, PeopleAdministration people) {
        this.overview = overview;
        this.offices = offices;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable String id, Principal who, Model page) {
        return page(id, who, page, Typed.nothing());
    }

    /** @param what which form of the page: its name, phone, roles, counties, closing or reopening it */
    @PostMapping("/{what:name|phone|roles|counties|close|reopen}")
    String change(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into(what, values);
        try {
            change(who.getName(), id, typed);
            return "redirect:/administration/offices/{id}?saved";
        } catch (RuleViolation refusal) {
            return refused(id, who, page, response, typed.refused(refusal));
        }
    }

    private void change(String administrator, String id, Typed typed) {
        switch (typed.form()) {
            case "name" -> offices.rename(administrator, id, typed.text("name"));
            case "phone" -> offices.setPhone(administrator, id, typed.text("phone"));
            case "roles" -> offices.setRoles(administrator, id, typed.all("roles"));
            case "counties" -> offices.setCounties(administrator, id, typed.all("counties"));
            case "close" -> offices.close(administrator, id);
            default -> offices.reopen(administrator, id);
        }
    }

    /** Answers with the page itself: the one-time password on it is kept nowhere, so nothing can be read again. */
    @PostMapping("/people")
    String addPerson(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into("people", values);
        NewPerson entered =
                new NewPerson(typed.text("id"), typed.text("name"), id, typed.text("from"), typed.text("until"));
        try {
            String password = people.add(who.getName(), entered);
            page.addAttribute("issued", new IssuedPassword(entered.id(), entered.name(), id, password));
            return page(id, who, page, Typed.nothing());
        } catch (RuleViolation refusal) {
            return refused(id, who, page, response, typed.refused(refusal));
        }
    }

    private String refused(String id, Principal who, Model page, HttpServletResponse response, Typed typed) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(id, who, page, typed);
    }

    private String page(String id, Principal who, Model page, Typed typed) {
        page.addAttribute("sheet", overview.office(who.getName(), id));
        page.addAttribute("typed", typed);
        return "organisation/office";
    }
}
