package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.FirstAdministrator;
import org.jiugai.organisation.NewAdministrator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Set-up of the first administrator by whoever has the token that was printed at the start; for everybody else, and afterwards, there is no such page. */
@Controller
@RequestMapping("/setup")
class SetupPage {
    private final FirstAdministrator first;
    private final SetupThrottle throttle;

    SetupPage(FirstAdministrator first, SetupThrottle throttle) {
        this.first = first;
        this.throttle = throttle;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Model page) {
        demandToken(token, request);
        page.addAttribute("token", token);
        page.addAttribute("typed", Typed.nothing());
        return "organisation/setup";
    }

    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String token,
            @RequestParam MultiValueMap<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        demandToken(token, request);
        Typed typed = Typed.into("setup", values);
        try {
            new Faults()
                    .require(typed.text("password").equals(typed.text("repeated")), "repeated", "【再次输入密码】与密码不一致")
                    .refuse("organisation.passwordsDiffer");
            first.makeWithToken(token, entered(typed));
            return "redirect:/login";
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("token", token);
            page.addAttribute("typed", typed.refused(refusal));
            return "organisation/setup";
        }
    }

    private static NewAdministrator entered(Typed typed) {
        return new NewAdministrator(
                typed.text("cityCode"),
                typed.text("cityName"),
                typed.text("countyCode"),
                typed.text("countyName"),
                typed.text("officeName"),
                typed.text("person"),
                typed.text("personName"),
                typed.text("password"));
    }

    private void demandToken(String token, HttpServletRequest request) {
        if (throttle.admits(request.getRemoteAddr()) && first.admits(token)) return;
        throttle.failed(request.getRemoteAddr());
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
