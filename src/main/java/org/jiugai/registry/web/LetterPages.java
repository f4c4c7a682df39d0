package org.jiugai.registry.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Actor;
import org.jiugai.printing.PrintedPage;
import org.jiugai.printing.QrCode;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegisteredCommunity;
import org.jiugai.registry.RegistryAccess;
import org.jiugai.registry.RegistryManagement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 致住户的一封信: one page for each household of a building, with its code. Printing makes new codes; they cannot be shown again. */
@Controller
class LetterPages {
    private final RegistryManagement registry;
    private final HouseholdCodes codes;
    private final RegistryAccess access;
    private final String publicAddress;

    LetterPages(
            RegistryManagement registry,
            HouseholdCodes codes,
            RegistryAccess access,
            @Value("${jiugai.public-address:}") String publicAddress) {
        this.registry = registry;
        this.codes = codes;
        this.access = access;
        this.publicAddress = publicAddress;
    }

    /** What stands on a letter. */
    public record Letter(String address, String code) {}

    @PostMapping("/registry/{communityId}/buildings/{buildingId}/letters")
    ResponseEntity<byte[]> letters(@PathVariable long communityId, @PathVariable long buildingId, Principal person) {
        List<HousingUnit> units = registry.units(communityId).stream()
                .filter(unit -> unit.buildingId() == buildingId)
                .toList();
        if (units.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        RegisteredCommunity community = registry.community(communityId);
        Actor actor = access.actor(person.getName(), community)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String door = address() + "/zhuhu";
        List<Letter> letters = units.stream()
                .map(unit -> new Letter(unit.address(), codes.issue(unit.id(), "信件发放", actor)))
                .toList();
        byte[] pdf = PrintedPage.pdf(
                "registry/letters",
                Map.of("community", community, "letters", letters, "door", door, "qr", QrCode.of(door)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        community.name() + units.get(0).building() + "住户信.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }

    private String address() {
        return publicAddress.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : publicAddress;
    }
}
