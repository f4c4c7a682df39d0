package org.jiugai.messages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.messages.Outbox;
import org.jiugai.messages.WrittenMessage;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.survey.SurveyAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 居民消息 of a case: who has been told, and whom somebody still has to tell. */
@Controller
@RequestMapping("/cases/{caseNo}/messages")
class MessagePages {
    private final Outbox outbox;
    private final CaseManagement cases;
    private final RegistryManagement registry;
    private final VisibleCases visible;
    private final SurveyAccess access;

    MessagePages(
            Outbox outbox,
            CaseManagement cases,
            RegistryManagement registry,
            VisibleCases visible,
            SurveyAccess access) {
        this.outbox = outbox;
        this.cases = cases;
        this.registry = registry;
        this.visible = visible;
        this.access = access;
    }

    /**
     * A line of the page.
     *
     * @param phone only for whoever may tell the household
     */
    record Row(WrittenMessage message, String household, @Nullable String phone, boolean mayTell) {}

    @GetMapping
    String list(
            @PathVariable String caseNo, @RequestParam(defaultValue = "0") int page, Principal person, Model model) {
        return page(visible.of(caseNo, person.getName(), "居民消息"), Math.max(0, page), person, model);
    }

    @PostMapping("/{messageId}")
    String tell(
            @PathVariable String caseNo,
            @PathVariable long messageId,
            @RequestParam(defaultValue = "") String way,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actorAs(file.caseId(), person.getName(), SurveyAccess.ROLES);
        try {
            outbox.tell(file.caseId(), messageId, way, actor);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            page.addAttribute("faults", refusal.faults());
            page.addAttribute("refused", messageId);
            page.addAttribute("typed", way);
            return page(file, 0, person, page);
        }
        return "redirect:/cases/" + file.caseNo() + "/messages#message" + messageId;
    }

    private String page(RenovationCase file, int number, Principal person, Model page) {
        Map<Long, CaseCommunity> communities = cases.communities(file.caseId()).stream()
                .collect(Collectors.toMap(CaseCommunity::communityId, Function.identity()));
        Actor actor = visible.holds(file.caseId(), person.getName(), SurveyAccess.ROLES)
                ? visible.actorAs(file.caseId(), person.getName(), SurveyAccess.ROLES)
                : null;
        List<Row> rows = outbox.ofCase(file.caseId(), number).stream()
                .map(message -> row(message, communities.get(message.communityId()), actor))
                .toList();
        page.addAttribute("file", file);
        page.addAttribute("rows", rows);
        page.addAttribute("number", number);
        page.addAttribute("totals", outbox.totals(file.caseId()));
        page.addAttribute("size", Outbox.PAGE);
        return "messages/messages";
    }

    private Row row(WrittenMessage message, @Nullable CaseCommunity community, @Nullable Actor actor) {
        boolean mayTell = message.isOpen() && actor != null && access.allows(message.communityId(), actor);
        String address =
                registry.unit(message.unitId()).map(HousingUnit::address).orElse("");
        return new Row(
                message,
                community == null ? address : community.name() + " " + address,
                mayTell ? registry.phone(message.unitId()).orElse(null) : null,
                mayTell);
    }
}
