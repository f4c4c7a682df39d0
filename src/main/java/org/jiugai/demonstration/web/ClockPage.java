package org.jiugai.demonstration.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jiugai.demonstration.DemonstrationClock;
import org.jiugai.engine.DueTimers.Fired;
import org.jiugai.kernel.RuleViolation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 演示时钟: a day, to the next time limit, by a period. Not in production. */
@Controller
@Profile("!production")
class ClockPage {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE HH:mm", Locale.SIMPLIFIED_CHINESE);
    private final DemonstrationClock clock;

    ClockPage(DemonstrationClock clock) {
        this.clock = clock;
    }

    @GetMapping("/demonstration/clock")
    String show(Model model) {
        model.addAttribute("now", SHOWN.format(clock.now()));
        model.addAttribute("next", clock.nextDue().map(SHOWN::format).orElse(""));
        return "demonstration/clock";
    }

    @PostMapping("/demonstration/clock/forward")
    String forward(@RequestParam int days, RedirectAttributes after) {
        try {
            say(clock.forward(days), after);
        } catch (RuleViolation refusal) {
            after.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/demonstration/clock";
    }

    @PostMapping("/demonstration/clock/next")
    String next(RedirectAttributes after) {
        say(clock.forwardToNextDue(), after);
        return "redirect:/demonstration/clock";
    }

    private void say(Fired fired, RedirectAttributes after) {
        after.addFlashAttribute("message", "时钟已前进，触发定时事项 " + fired.timers() + " 件。");
        if (fired.isComplete()) return;
        after.addFlashAttribute(
                "refusal",
                "定时事项未能触发：" + String.join("；", fired.left()) + "。时钟停在" + SHOWN.format(clock.now())
                        + "，以免后面的事项按错误的日期触发。原因见流程监控和日志；可再次前进重试，重试次数用尽后跳过该事项。");
    }
}
