package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.consultation.PlanSummary;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.printing.PrintedPage;
import org.jiugai.printing.QrCode;
import org.jiugai.publicsite.NoticeIssuers;
import org.jiugai.publicsite.Publications;
import org.jiugai.publicsite.Publishable.Kind;
import org.jiugai.registry.Building;
import org.jiugai.registry.RegistryManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 公示书 for the wall: one sheet for each entrance of each building, with issuer, days, telephone and a code that leads to the public page. */
@Controller
@RequestMapping("/cases/{caseNo}/notices/{noticeId}/poster")
class PosterPages {
    private final Content content;
    private final Publications publications;
    private final VisibleCases visible;
    private final String publicAddress;
    private final Clock clock;

    PosterPages(
            Content content,
            Publications publications,
            VisibleCases visible,
            @Value("${jiugai.public-address:}") String publicAddress,
            Clock clock) {
        this.content = content;
        this.publications = publications;
        this.visible = visible;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    /** What stands on the sheets. */
    @Component
    record Content(
            CaseManagement cases,
            NoticeManagement notices,
            PlanManagement plans,
            RegistryManagement registry,
            NoticeIssuers issuers) {}

    /** A sheet: where it hangs, and the code that leads from there to the public page. */
    public record Sheet(String place, String address, String qr) {}

    @GetMapping
    String form(@PathVariable String caseNo, @PathVariable long noticeId, Principal person, Model page) {
        RenovationCase file = visible.of(caseNo, person.getName(), "公示书");
        return form(file, notice(file, noticeId), page);
    }

    @GetMapping(params = "start")
    Object print(
            @PathVariable String caseNo,
            @PathVariable long noticeId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate start,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "A4") String paper,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        PublicNotice notice = notice(file, noticeId);
        page.addAttribute("start", start);
        page.addAttribute("contact", contact);
        page.addAttribute("issuer", issuer);
        page.addAttribute("paper", paper);
        try {
            return pdf(file, notice, demand(file, notice, start, contact, issuer, paper), contact, issuer, paper);
        } catch (RuleViolation refusal) {
            response.setStatus(422);
            page.addAttribute("faults", refusal.faults());
            return form(file, notice, page);
        }
    }

    private LocalDate demand(
            RenovationCase file,
            PublicNotice notice,
            @Nullable LocalDate start,
            String contact,
            String issuer,
            String paper) {
        boolean released = publications.released(file.caseId(), Kind.NOTICE).contains(notice.noticeId());
        new Faults()
                .require(released, "notice", "【公示书】该公示尚未核发公开，请先在“信息公开”提请并由他人核发")
                .require(start != null, "start", "【起始日】必填")
                .require(!contact.isBlank() && contact.length() <= 200, "contact", "【异议受理方式】必填，写明电话，不超过200字")
                .require(!issuer.isBlank() && issuer.length() <= 60, "issuer", "【发布单位】必填，不超过60字")
                .require(paper.equals("A4") || paper.equals("A3"), "paper", "【纸张】为A4或A3")
                .refuse("publicsite.posterRefused");
        return Objects.requireNonNull(start);
    }

    private ResponseEntity<byte[]> pdf(
            RenovationCase file, PublicNotice notice, LocalDate start, String contact, String issuer, String paper) {
        var community = content.cases().community(notice.communityId());
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("community", community);
        model.put("stage", PublicNotice.name(notice.stage()));
        model.put("start", start);
        model.put("end", content.notices().endOf(notice, start).effective());
        model.put("days", content.notices().daysOf(notice));
        model.put("contact", contact.strip());
        model.put("issuer", issuer.strip());
        model.put("paper", paper);
        model.put("today", LocalDate.now(clock));
        if (notice.stage() != NoticeStage.VOTE_RESULT)
            content.plans()
                    .current(notice.communityId())
                    .map(PlanSummary::planId)
                    .map(content.plans()::details)
                    .ifPresent(plan -> model.put("plan", plan));
        model.put("sheets", sheets(file, community.registeredId()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(community.name() + "公示书.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(PrintedPage.pdf("publicsite/poster", model));
    }

    /** One for each entrance; where there is no baseline, one for the community. */
    private List<Sheet> sheets(RenovationCase file, long registeredId) {
        String address = (publicAddress.isBlank()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : publicAddress)
                + "/gongkai/" + file.caseNo();
        List<Sheet> sheets = new ArrayList<>();
        for (Building building : content.registry().buildings(registeredId)) {
            for (int entrance = 1; entrance <= building.entrances(); entrance++) {
                String from = address + "?d=" + building.id() + "-" + entrance;
                sheets.add(new Sheet(building.name() + entrance + "单元", address, QrCode.of(from)));
            }
        }
        if (sheets.isEmpty()) sheets.add(new Sheet("", address, QrCode.of(address)));
        return sheets;
    }

    private PublicNotice notice(RenovationCase file, long noticeId) {
        return content.notices().ofCase(file.caseId()).stream()
                .filter(notice -> notice.noticeId() == noticeId)
                .findFirst()
                .orElseThrow(VisibleCases.NotVisible::new);
    }

    private String form(RenovationCase file, PublicNotice notice, Model page) {
        page.addAttribute("file", file);
        page.addAttribute("community", content.cases().community(notice.communityId()));
        page.addAttribute("stage", PublicNotice.name(notice.stage()));
        page.addAttribute("noticeId", notice.noticeId());
        page.addAttribute("today", LocalDate.now(clock));
        content.issuers().of(notice.communityId()).ifPresent(issuer -> propose(notice, issuer, page));
        return "publicsite/poster-form";
    }

    /** What the clerk typed stays. */
    private static void propose(PublicNotice notice, NoticeIssuers.Issuer issuer, Model page) {
        if (!page.containsAttribute("issuer")) page.addAttribute("issuer", issuer.name());
        if (!page.containsAttribute("contact"))
            page.addAttribute("contact", Objects.requireNonNullElse(notice.contact(), issuer.contact()));
    }
}
