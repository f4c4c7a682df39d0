package org.jiugai.signin.web;

import java.security.Principal;
import java.util.List;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The one sign-in page, and the session that scripts ask for. */
@Controller
class SignInPages {
    private final OrganisationManagement organisation;

    SignInPages(OrganisationManagement organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/login")
    String login() {
        return "signin/login";
    }

    /** Who is signed in; reading it sets the cookie that changing requests repeat in a header. */
    @GetMapping("/api/session")
    @ResponseBody
    ResponseEntity<Session> session(Principal principal, CsrfToken token) {
        token.getToken();
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(new Session(principal.getName(), organisation.officesOf(principal.getName())));
    }

    record Session(String person, List<Office> offices) {}
}
