package org.jiugai.worktime.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.worktime.CalendarManagement;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 工作日历: the published years, and the form to load the next one. For the system administrator only. */
@Controller
@RequestMapping("/worktime/calendar")
class CalendarPage {
    private final CalendarManagement calendar;
    private final OrganisationManagement organisation;
    private final Clock clock;

    CalendarPage(CalendarManagement calendar, OrganisationManagement organisation, Clock clock) {
        this.calendar = calendar;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    String show(Principal person, Model page) {
        demandAdministrator(person);
        page.addAttribute("entered", Entered.blank(LocalDate.now(clock).getYear() + 1));
        return page(page, List.of());
    }

    @PostMapping
    String load(
            @ModelAttribute("entered") Entered entered,
            Principal person,
            Model page,
            RedirectAttributes after,
            HttpServletResponse response) {
        demandAdministrator(person);
        Faults unreadable = new Faults();
        List<LocalDate> restDays = DayLines.read(entered.restDays(), "restDays", "放假日", unreadable);
        List<LocalDate> makeUpDays = DayLines.read(entered.makeUpDays(), "makeUpDays", "调休上班日", unreadable);
        try {
            unreadable.refuse("worktime.unreadableDays");
            calendar.load(
                    entered.yearNumber(),
                    restDays,
                    makeUpDays,
                    entered.document(),
                    organisation.actorAs(person.getName(), "system-admin"));
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(page, refusal.faults());
        }
        after.addFlashAttribute("message", entered.yearNumber() + "年放假安排已载入，涉及该年的暂定期限已重新计算。");
        return "redirect:/worktime/calendar";
    }

    private String page(Model page, List<Fault> faults) {
        page.addAttribute("years", calendar.years());
        page.addAttribute("faults", faults);
        return "worktime/calendar";
    }

    private void demandAdministrator(Principal person) {
        if (!organisation.holdsRole(person.getName(), "system-admin")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** What was typed, kept as text so that a refusal shows it again. */
    record Entered(String year, String document, String restDays, String makeUpDays) {
        @SuppressWarnings("NullAway") // a field that is not sent does not arrive
        Entered {
            year = Objects.requireNonNullElse(year, "");
            document = Objects.requireNonNullElse(document, "");
            restDays = Objects.requireNonNullElse(restDays, "");
            makeUpDays = Objects.requireNonNullElse(makeUpDays, "");
        }

        static Entered blank(int year) {
            return new Entered(String.valueOf(year), "", "", "");
        }

        int yearNumber() {
            return year.strip().matches("\\d{4}") ? Integer.parseInt(year.strip()) : 0;
        }
    }
}
