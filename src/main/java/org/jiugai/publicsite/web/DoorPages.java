package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiugai.publicsite.HouseholdSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a household comes in with its code and goes out again. Every wrong code gets the same answer. */
@Controller
@RequestMapping("/zhuhu")
class DoorPages {
    static final String COOKIE = "JIUGAI-HOUSEHOLD";
    private final HouseholdSessions sessions;
    private final GuessLimit limit;

    DoorPages(HouseholdSessions sessions, GuessLimit limit) {
        this.sessions = sessions;
        this.limit = limit;
    }

    @GetMapping
    String door() {
        return "publicsite/door";
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        if (!limit.admits(request.getRemoteAddr())) {
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, "600");
            page.addAttribute("refusal", "尝试次数过多，请十分钟后再试。");
            return "publicsite/door";
        }
        Optional<String> token = sessions.enter(code);
        if (token.isEmpty()) {
            if (!code.isBlank()) limit.failed(request.getRemoteAddr());
            response.setStatus(422);
            page.addAttribute("refusal", "住户码不正确或已作废。请核对信件，或到社区居委会补发。");
            return "publicsite/door";
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(token.get(), request)
                        .maxAge(HouseholdSessions.LONGEST)
                        .build()
                        .toString());
        return "redirect:/zhuhu/jia";
    }

    @PostMapping("/exit")
    String leave(
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (token != null) sessions.leave(token);
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("", request).maxAge(0).build().toString());
        return "redirect:/zhuhu";
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(request.getContextPath() + "/zhuhu");
    }
}
