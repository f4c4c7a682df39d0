package org.jiugai.funding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.funding.FundingManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where residents' money is recorded as it comes in, so that a tranche that waits for it can go on. */
@Controller
@RequestMapping("/cases/{caseNo}/residents-money")
class ResidentsMoneyPages {
    /** Who collects it (book task 27), and who keeps the account. */
    private static final List<String> COLLECTORS =
            List.of("community", "subdistrict", "renovation-office", "finance-bureau");

    private final FormalitiesManagement formalities;
    private final FundingManagement funding;
    private final VisibleCases visible;

    ResidentsMoneyPages(FormalitiesManagement formalities, FundingManagement funding, VisibleCases visible) {
        this.formalities = formalities;
        this.funding = funding;
        this.visible = visible;
    }

    @GetMapping
    String form(@PathVariable String caseNo, Principal person, Model model) {
        return page(visible.of(caseNo, person.getName()), model);
    }

    @PostMapping
    String record(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String on,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        try {
            Actor collector = collector(file, person);
            formalities.collect(file.caseId(), money(amount), day(on), collector);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            model.addAttribute("amount", amount);
            model.addAttribute("on", on);
            return page(file, model);
        }
        return "redirect:/cases/" + caseNo + "#funding";
    }

    private String page(RenovationCase file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("ledger", funding.ledger(file.caseId()));
        return "funding/residents-money";
    }

    private Actor collector(RenovationCase file, Principal person) {
        if (!visible.holds(file.caseId(), person.getName(), COLLECTORS)) {
            throw new RuleViolation("funding.notCollector", "居民出资由社区、街道、旧改办或财政局登记，您的单位不能登记");
        }
        return visible.actorAs(file.caseId(), person.getName(), COLLECTORS);
    }

    private static Money money(String yuan) {
        try {
            return Money.ofYuan(yuan);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new RuleViolation("funding.malformedAmount", "amount", "【到账金额】应为最多两位小数的金额");
        }
    }

    private static LocalDate day(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            throw new RuleViolation("funding.malformedDay", "on", "【到账日期】必填，格式如2024-06-01");
        }
    }
}
