package org.jiugai.signin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jiugai.engine.Problems;
import org.jiugai.signin.Paths;
import org.jiugai.signin.RealTime;
import org.jiugai.signin.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever went wrong: a page for people, a problem for programs, and nothing in either but the status and a sentence. */
@Controller
class ErrorPages implements ErrorController {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private final Clock clock;

    ErrorPages(@RealTime Clock clock) {
        this.clock = clock;
    }

    @RequestMapping("/error")
    @Nullable
    String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (forPrograms(request)) {
            Problems.write(response, status, "signin.refused", Sentences.of(status));
            return null;
        }
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("sentence", Sentences.of(status));
        model.addAttribute("time", SHOWN.format(ZonedDateTime.now(clock.withZone(ZoneId.systemDefault()))));
        return status == 429 ? "signin/login" : "error";
    }

    private static boolean forPrograms(HttpServletRequest request) {
        return Paths.isApi(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), request)
                || !String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
