package org.jiugai.signin;

import java.util.List;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The roles of a person's offices, as authorities for our own pages. */
@Component
class Authorities {
    private final OrganisationManagement organisation;

    Authorities(OrganisationManagement organisation) {
        this.organisation = organisation;
    }

    /** Whether the person may act for any office today; whoever does not exist may not. */
    boolean mayAct(String person) {
        return !organisation.officesOf(person).isEmpty();
    }

    List<GrantedAuthority> of(String person) {
        return organisation.rolesOf(person).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
