package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.NewOffice;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OfficeAdministration;
import org.jiugai.organisation.OrganisationOverview;
import org.jiugai.organisation.PeopleOverview;
import org.jiugai.organisation.RegionAdministration;
import org.jiugai.organisation.Roles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 组织与人员: the tree of regions with their offices, a search for people, forms for new regions and offices. */
@Controller
@RequestMapping("/administration")
class AdministrationPage {
    private final OrganisationOverview overview;
    private final PeopleOverview people;
    private final RegionAdministration regions;
    private final OfficeAdministration offices;

    AdministrationPage(
            OrganisationOverview overview,
            PeopleOverview people,
            RegionAdministration regions,
            OfficeAdministration offices) {
        this.overview = overview;
        this.people = people;
        this.regions = regions;
        this.offices = offices;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String q, Principal who, Model page) {
        page.addAttribute("q", q);
        if (!q.isBlank()) page.addAttribute("found", people.find(who.getName(), q));
        return page(who, page, Typed.nothing());
    }

    @PostMapping("/regions")
    String addRegion(
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into("region", values);
        return submit(
                typed,
                who,
                page,
                response,
                () -> regions.add(who.getName(), typed.text("code"), typed.text("name"), typed.text("parent")));
    }

    @PostMapping("/regions/name")
    String renameRegion(
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into("region-name", values);
        return submit(
                typed,
                who,
                page,
                response,
                () -> regions.rename(who.getName(), typed.text("code"), typed.text("name")));
    }

    @PostMapping("/offices")
    String addOffice(
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model page,
            HttpServletResponse response) {
        Typed typed = Typed.into("office", values);
        NewOffice entered = new NewOffice(
                typed.text("id"),
                typed.text("name"),
                typed.text("kind"),
                typed.text("region"),
                typed.all("roles"),
                typed.all("counties"));
        return submit(typed, who, page, response, () -> offices.add(who.getName(), entered));
    }

    private String submit(Typed typed, Principal who, Model page, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/administration?saved";
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(who, page, typed.refused(refusal));
        }
    }

    private String page(Principal who, Model page, Typed typed) {
        page.addAttribute("tree", overview.tree(who.getName()));
        page.addAttribute("kinds", Office.Kind.values());
        page.addAttribute("authorityRoles", Roles.names(overview.rolesFor(Office.Kind.AUTHORITY)));
        page.addAttribute("partyRoles", Roles.names(overview.rolesFor(Office.Kind.PARTY)));
        page.addAttribute("typed", typed);
        return "organisation/administration";
    }
}
