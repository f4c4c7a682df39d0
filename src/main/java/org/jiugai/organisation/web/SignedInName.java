package org.jiugai.organisation.web;

import java.security.Principal;
import java.util.stream.Stream;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The name in the corner of every page, and whether it is an administrator's. */
@ControllerAdvice
class SignedInName {
    private final OrganisationManagement organisation;

    SignedInName(OrganisationManagement organisation) {
        this.organisation = organisation;
    }

    @ModelAttribute("person")
    String person(@Nullable Principal person) {
        if (person == null) return "";
        // whoever lost his last office while signed in still sees why a page is refused
        return organisation.officesOf(person.getName()).isEmpty()
                ? organisation.personName(person.getName())
                : organisation.actor(person.getName()).shown();
    }

    /** The audit bureau reads what administrators change. */
    @ModelAttribute("auditor")
    boolean auditor(@Nullable Principal person) {
        return person != null && organisation.holdsRole(person.getName(), "audit-bureau");
    }

    /** Whose business the baselines of communities are. */
    @ModelAttribute("keepsRegistry")
    boolean keepsRegistry(@Nullable Principal person) {
        return person != null
                && Stream.of("community", "subdistrict", "renovation-office")
                        .anyMatch(role -> organisation.holdsRole(person.getName(), role));
    }

    @ModelAttribute("administrator")
    boolean administrator(@Nullable Principal person) {
        return person != null && organisation.holdsRole(person.getName(), "system-admin");
    }

    /** Cockpit is shown to those for whom it opens. */
    @ModelAttribute("opensCockpit")
    boolean opensCockpit(@Nullable Principal person) {
        return person != null && organisation.opensCockpit(person.getName());
    }
}
