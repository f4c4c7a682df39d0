package org.jiugai.survey.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.survey.Attitude;
import org.jiugai.survey.BuildingCoverage;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jiugai.survey.HouseholdVisits;
import org.jiugai.survey.SurveyAccess;
import org.jiugai.survey.TypedVisit;
import org.jiugai.survey.VisitChannel;
import org.jiugai.survey.VisitColumn;
import org.jiugai.survey.VisitIntake;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 入户调查 of a case: how far it has come by building, and a grid for the keyboard for each of them. */
@Controller
@RequestMapping("/cases/{caseNo}/survey")
class SurveyPages {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final HouseholdVisits visits;
    private final VisitIntake intake;
    private final Place place;
    private final DocumentManagement documents;
    private final Clock clock;

    SurveyPages(HouseholdVisits visits, VisitIntake intake, Place place, DocumentManagement documents, Clock clock) {
        this.visits = visits;
        this.intake = intake;
        this.place = place;
        this.documents = documents;
        this.clock = clock;
    }

    /** Where a survey takes place, and who may write there. */
    @Component
    record Place(CaseManagement cases, RegistryManagement registry, VisibleCases visible, SurveyAccess access) {
        CaseCommunity community(RenovationCase file, long communityId) {
            return cases.communities(file.caseId()).stream()
                    .filter(each -> each.communityId() == communityId)
                    .findFirst()
                    .orElseThrow(VisibleCases.NotVisible::new);
        }

        List<HousingUnit> units(CaseCommunity community, long buildingId) {
            List<HousingUnit> units = registry.units(community.registeredId()).stream()
                    .filter(unit -> unit.buildingId() == buildingId)
                    .toList();
            if (units.isEmpty()) throw new VisibleCases.NotVisible();
            return units;
        }

        Actor actor(RenovationCase file, Principal person) {
            return visible.actorAs(file.caseId(), person.getName(), SurveyAccess.ROLES);
        }

        boolean writes(RenovationCase file, long communityId, Principal person) {
            return visible.holds(file.caseId(), person.getName(), SurveyAccess.ROLES)
                    && access.allows(communityId, actor(file, person));
        }
    }

    @GetMapping
    String overview(@PathVariable String caseNo, Principal person, Model page) {
        return overview(place.visible().of(caseNo, person.getName(), "入户调查"), person, page);
    }

    @GetMapping("/{communityId}/buildings/{buildingId}")
    String grid(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @PathVariable long buildingId,
            Principal person,
            Model page) {
        RenovationCase file = place.visible().of(caseNo, person.getName());
        place.access().demand(communityId, place.actor(file, person));
        return grid(file, place.community(file, communityId), buildingId, page);
    }

    @PostMapping("/{communityId}/buildings/{buildingId}")
    String take(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @PathVariable long buildingId,
            @RequestParam(defaultValue = "VISIT") VisitChannel channel,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam Map<String, String> typed,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = place.visible().of(caseNo, person.getName());
        Actor actor = place.actor(file, person);
        CaseCommunity community = place.community(file, communityId);
        try {
            if (day == null) throw new RuleViolation("survey.noDay", "day", "【日期】必填");
            page.addAttribute(
                    "taken",
                    intake.take(communityId, rows(place.units(community, buildingId), typed), channel, day, actor));
        } catch (RuleViolation refusal) {
            refused(refusal, page, response);
            page.addAttribute("typed", typed);
        }
        return grid(file, community, buildingId, page);
    }

    @PostMapping("/{communityId}/buildings/{buildingId}/surveyor")
    String assign(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @PathVariable long buildingId,
            @RequestParam(defaultValue = "") String surveyor,
            Principal person,
            Model page,
            HttpServletResponse response) {
        RenovationCase file = place.visible().of(caseNo, person.getName());
        Actor actor = place.actor(file, person);
        place.community(file, communityId);
        try {
            visits.assign(communityId, buildingId, surveyor, actor);
        } catch (RuleViolation refusal) {
            refused(refusal, page, response);
            page.addAttribute("typedBuilding", buildingId);
            page.addAttribute("typedSurveyor", surveyor);
            return overview(file, person, page);
        }
        return "redirect:/cases/" + caseNo + "/survey";
    }

    @PostMapping("/{communityId}/buildings/{buildingId}/signatures")
    String sign(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @PathVariable long buildingId,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> scans,
            Principal person,
            Model page,
            HttpServletResponse response)
            throws IOException {
        RenovationCase file = place.visible().of(caseNo, person.getName());
        Actor actor = place.actor(file, person);
        CaseCommunity community = place.community(file, communityId);
        try {
            place.access().demand(communityId, actor);
            visits.sign(communityId, buildingId, store(file, scans, actor), actor);
        } catch (RuleViolation refusal) {
            refused(refusal, page, response);
            return grid(file, community, buildingId, page);
        }
        return "redirect:/cases/" + caseNo + "/survey/" + communityId + "/buildings/" + buildingId;
    }

    @PostMapping("/{communityId}/sheet")
    String upload(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @RequestParam MultipartFile file,
            Principal person,
            Model page,
            HttpServletResponse response)
            throws IOException {
        RenovationCase renovation = place.visible().of(caseNo, person.getName());
        Actor actor = place.actor(renovation, person);
        place.community(renovation, communityId);
        try (InputStream content = file.getInputStream()) {
            page.addAttribute("taken", intake.upload(communityId, content, actor));
        } catch (RuleViolation refusal) {
            refused(refusal, page, response);
        }
        return overview(renovation, person, page);
    }

    @GetMapping("/{communityId}/buildings/{buildingId}/sheet")
    ResponseEntity<byte[]> sheet(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @PathVariable long buildingId,
            Principal person) {
        RenovationCase file = place.visible().of(caseNo, person.getName());
        place.access().demand(communityId, place.actor(file, person));
        CaseCommunity community = place.community(file, communityId);
        String building = place.units(community, buildingId).get(0).building();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(community.name() + building + "入户调查.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(intake.sheet(communityId, buildingId));
    }

    private static List<TypedVisit> rows(List<HousingUnit> units, Map<String, String> typed) {
        List<TypedVisit> rows = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Map<VisitColumn, String> cells = new EnumMap<>(VisitColumn.class);
            for (VisitColumn column : VisitColumn.values()) {
                String text = typed.getOrDefault(column + "-" + units.get(i).id(), "");
                if (!text.isBlank()) cells.put(column, text);
            }
            rows.add(new TypedVisit(i + 1, units.get(i).id(), cells));
        }
        return rows;
    }

    private List<UUID> store(RenovationCase file, @Nullable List<MultipartFile> scans, Actor actor) throws IOException {
        List<UUID> stored = new ArrayList<>();
        for (MultipartFile scan : scans == null ? List.<MultipartFile>of() : scans) {
            if (scan.isEmpty()) continue;
            String name = scan.getOriginalFilename() == null ? "签字影像" : scan.getOriginalFilename();
            try (InputStream content = scan.getInputStream()) {
                stored.add(documents.store(file.caseId(), name, content, actor).id());
            }
        }
        return stored;
    }

    private static void refused(RuleViolation refusal, Model page, HttpServletResponse response) {
        response.setStatus(refusal.isConflict() ? 409 : 422);
        page.addAttribute("faults", refusal.faults());
    }

    private String overview(RenovationCase file, Principal person, Model page) {
        Map<CaseCommunity, List<BuildingCoverage>> coverage = new LinkedHashMap<>();
        Map<CaseCommunity, Boolean> writable = new LinkedHashMap<>();
        for (CaseCommunity community : place.cases().communities(file.caseId())) {
            coverage.put(community, visits.coverage(community.communityId()));
            writable.put(community, place.writes(file, community.communityId(), person));
        }
        page.addAttribute("file", file);
        page.addAttribute("coverage", coverage);
        page.addAttribute("writable", writable);
        page.addAttribute("needs", visits.needs(file.caseId()));
        return "survey/overview";
    }

    private String grid(RenovationCase file, CaseCommunity community, long buildingId, Model page) {
        page.addAttribute("file", file);
        page.addAttribute("community", community);
        page.addAttribute("units", place.units(community, buildingId));
        page.addAttribute("answers", visits.ofBuilding(community.communityId(), buildingId));
        page.addAttribute("scans", visits.scans(community.communityId(), buildingId));
        page.addAttribute("attempts", visits.attempts(file.caseId()));
        page.addAttribute("attitudes", Attitude.values());
        page.addAttribute("needs", Category.values());
        page.addAttribute("channels", List.of(VisitChannel.VISIT, VisitChannel.PAPER, VisitChannel.WALK_IN));
        page.addAttribute("today", LocalDate.now(clock));
        return "survey/grid";
    }
}
