package org.jiugai.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.signin.PasswordChange;
import org.jiugai.signin.PasswordChangeFirst;
import org.jiugai.signin.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /account}: a person's own password and sessions. */
@Controller
@RequestMapping("/account")
class AccountPages {
    private final PasswordChange change;
    private final Sessions sessions;
    private final OrganisationManagement organisation;

    AccountPages(PasswordChange change, Sessions sessions, OrganisationManagement organisation) {
        this.change = change;
        this.sessions = sessions;
        this.organisation = organisation;
    }

    @GetMapping
    String show(Principal person, Model page) {
        page.addAttribute("offices", organisation.officesOf(person.getName()));
        page.addAttribute("sessions", sessions.count(person.getName()));
        page.addAttribute("passwordHere", change.isPossible(person.getName()));
        return "signin/account";
    }

    @GetMapping("/password")
    String password(Model page) {
        page.addAttribute("faults", List.of());
        return "signin/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        try {
            change.change(
                    person.getName(),
                    new PasswordChange.Entered(old, password, again),
                    request.getSession().getId(),
                    request.getRemoteAddr());
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("faults", refusal.faults());
            return "signin/password";
        }
        PasswordChangeFirst.done(request.getSession());
        request.changeSessionId();
        after.addFlashAttribute("message", "密码已修改，您在其他地方的登录均已退出。");
        return "redirect:/account";
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere(Principal person, HttpServletRequest request) {
        sessions.endAll(person.getName());
        request.getSession().invalidate();
        return "redirect:/login?out";
    }
}
