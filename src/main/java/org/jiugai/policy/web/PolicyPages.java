package org.jiugai.policy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Policy;
import org.jiugai.policy.PolicyManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /policies} and {@code /policies/{code}}; blanked-out values are filled in by the system administrator only. */
@Controller
class PolicyPages {
    private final PolicyManagement policies;
    private final OrganisationManagement organisation;

    PolicyPages(PolicyManagement policies, OrganisationManagement organisation) {
        this.policies = policies;
        this.organisation = organisation;
    }

    @GetMapping("/policies")
    String list(Model page) {
        page.addAttribute("policies", policies.all());
        return "policy/list";
    }

    @GetMapping("/policies/{code}")
    String show(@PathVariable String code, Principal person, Model page) {
        return page(code, person, page, null);
    }

    @PostMapping("/policies/{code}/values")
    String fill(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam String value,
            Principal person,
            Model page,
            RedirectAttributes after,
            HttpServletResponse response) {
        if (!mayFill(person)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        existing(code);
        try {
            policies.fill(code, key, value, organisation.actorAs(person.getName(), "system-admin"));
        } catch (RuleViolation refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(code, person, page, Refused.of(key, value, refusal));
        }
        after.addFlashAttribute("message", "参数 " + key + " 已填写，此后立案的案件按新值办理；已立案的案件不受影响。");
        return "redirect:/policies/" + code;
    }

    private String page(String code, Principal person, Model page, @Nullable Refused refused) {
        Policy policy = existing(code);
        page.addAttribute("policy", policy);
        page.addAttribute("lines", lines(policy.provenances().values(), refused));
        page.addAttribute("refused", refused);
        page.addAttribute("mayFill", mayFill(person));
        return "policy/policy";
    }

    private static List<Line> lines(Collection<Policy.Provenance> parameters, @Nullable Refused refused) {
        return parameters.stream()
                .map(p -> refused != null && refused.key().equals(p.key())
                        ? new Line(p, refused.value(), refused.reason())
                        : new Line(p, p.shown(), ""))
                .toList();
    }

    private Policy existing(String code) {
        return policies.latestOf(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayFill(Principal person) {
        return organisation.holdsRole(person.getName(), "system-admin");
    }

    /**
     * A parameter as shown.
     *
     * @param typed what stands in its field
     * @param reason why that was refused, or empty
     */
    record Line(Policy.Provenance parameter, String typed, String reason) {}

    record Refused(String key, String value, String reason) {
        static Refused of(String key, String value, RuleViolation refusal) {
            return new Refused(
                    key, value, refusal.faults().stream().map(Fault::message).collect(Collectors.joining("；")));
        }
    }
}
