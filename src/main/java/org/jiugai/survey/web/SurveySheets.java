package org.jiugai.survey.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.kernel.Actor;
import org.jiugai.printing.PrintedPage;
import org.jiugai.printing.QrCode;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.HousingUnit;
import org.jiugai.survey.BuildingCoverage;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jiugai.survey.HouseholdVisits;
import org.jiugai.survey.web.SurveyPages.Place;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 《老旧小区改造居民需求调查表》 on paper: one page for each household of a building, with its code. Printing makes new codes. */
@Controller
class SurveySheets {
    private final HouseholdVisits visits;
    private final HouseholdCodes codes;
    private final Place place;
    private final String publicAddress;

    SurveySheets(
            HouseholdVisits visits,
            HouseholdCodes codes,
            Place place,
            @Value("${jiugai.public-address:}") String publicAddress) {
        this.visits = visits;
        this.codes = codes;
        this.place = place;
        this.publicAddress = publicAddress;
    }

    /** What differs from household to household. */
    public record Printed(String address, String code) {}

    @PostMapping("/cases/{caseNo}/survey/{communityId}/buildings/{buildingId}/sheets")
    ResponseEntity<byte[]> sheets(
            @PathVariable String caseNo,
            @PathVariable long communityId,
            @PathVariable long buildingId,
            Principal person) {
        RenovationCase file = place.visible().of(caseNo, person.getName());
        Actor actor = place.actor(file, person);
        CaseCommunity community = place.community(file, communityId);
        place.access().demand(communityId, actor);
        List<HousingUnit> units = place.units(community, buildingId);
        List<Printed> printed = units.stream()
                .map(unit -> new Printed(unit.address(), codes.issue(unit.id(), "调查表发放", actor)))
                .toList();
        String door = (publicAddress.isBlank()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : publicAddress)
                + "/zhuhu";
        byte[] pdf = PrintedPage.pdf(
                "survey/sheets",
                Map.of(
                        "community",
                        community,
                        "sheets",
                        printed,
                        "needs",
                        Arrays.asList(Category.values()),
                        "surveyor",
                        surveyor(communityId, buildingId),
                        "door",
                        door,
                        "qr",
                        QrCode.of(door)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        community.name() + units.get(0).building() + "居民需求调查表.pdf",
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }

    private String surveyor(long communityId, long buildingId) {
        return visits.coverage(communityId).stream()
                .filter(building -> building.buildingId() == buildingId)
                .map(BuildingCoverage::surveyor)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
