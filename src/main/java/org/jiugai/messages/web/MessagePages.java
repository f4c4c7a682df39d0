package org.jiugai.messages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
     * @param household its address for whoever may tell it, its building for everybody else
     * @param phone only for whoever may tell it
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
        List<WrittenMessage> messages = outbox.ofCase(file.caseId(), number);
        Set<Long> ours = communitiesOf(messages, file, person);
        page.addAttribute("file", file);
        page.addAttribute(
                "rows",
                messages.stream()
                        .map(message -> row(message, ours.contains(message.communityId())))
                        .toList());
        page.addAttribute("number", number);
        page.addAttribute("totals", outbox.totals(file.caseId()));
        page.addAttribute("size", Outbox.PAGE);
        return "messages/messages";
    }

    /** The communities whose households this person's office may tell, and therefore know. */
    private Set<Long> communitiesOf(List<WrittenMessage> messages, RenovationCase file, Principal person) {
        if (!visible.holds(file.caseId(), person.getName(), SurveyAccess.ROLES)) return Set.of();
        Actor actor = visible.actorAs(file.caseId(), person.getName(), SurveyAccess.ROLES);
        return messages.stream()
                .map(WrittenMessage::communityId)
                .distinct()
                .filter(communityId -> access.allows(communityId, actor))
                .collect(Collectors.toSet());
    }

    private Row row(WrittenMessage message, boolean known) {
        HousingUnit unit = registry.unit(message.unitId()).orElseThrow();
        boolean mayTell = known && message.isOpen();
        return new Row(
                message,
                cases.community(message.communityId()).name() + " " + (known ? unit.address() : unit.masked()),
                mayTell ? registry.phone(message.unitId()).orElse(null) : null,
                mayTell);
    }
}
