package org.jiugai.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.registry.HousingImport;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.OwnerMerging;
import org.jiugai.registry.RegisteredCommunity;
import org.jiugai.registry.RegistryAccess;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.registry.UnitAdministration;
import org.jiugai.registry.UnitOwner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 小区底账: the communities that are somebody's business, their buildings and units, the import. */
@Controller
@RequestMapping("/registry")
class RegistryPages {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final RegistryManagement registry;
    private final UnitAdministration units;
    private final HousingImport imports;
    private final OwnerMerging merging;
    private final RegistryAccess access;

    RegistryPages(
            RegistryManagement registry,
            UnitAdministration units,
            HousingImport imports,
            OwnerMerging merging,
            RegistryAccess access) {
        this.registry = registry;
        this.units = units;
        this.imports = imports;
        this.merging = merging;
        this.access = access;
    }

    @GetMapping
    String list(Principal person, Model page) {
        if (!access.keeps(person.getName())) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        List<RegisteredCommunity> mine = access.of(person.getName());
        page.addAttribute("communities", mine);
        page.addAttribute(
                "electorates",
                mine.stream().collect(Collectors.toMap(RegisteredCommunity::id, c -> registry.electorate(c.id()))));
        page.addAttribute(
                "buildings",
                mine.stream().collect(Collectors.toMap(RegisteredCommunity::id, c -> registry.buildings(c.id()))));
        return "registry/list";
    }

    @GetMapping("/{communityId}")
    String show(
            @PathVariable long communityId,
            @RequestParam(required = false) @Nullable Long building,
            Principal person,
            Model page) {
        return page(demand(communityId, person).community(), building, page);
    }

    @PostMapping("/{communityId}/import")
    String run(
            @PathVariable long communityId,
            @RequestParam MultipartFile file,
            Principal person,
            Model page,
            HttpServletResponse response)
            throws IOException {
        Editor editor = demand(communityId, person);
        try (InputStream content = file.getInputStream()) {
            page.addAttribute("imported", imports.run(communityId, content, editor.actor()));
        } catch (RuleViolation refusal) {
            page.addAttribute("faults", refusal.faults());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return page(editor.community(), null, page);
    }

    @PostMapping("/{communityId}/owners/merge")
    String merge(
            @PathVariable long communityId,
            @RequestParam(defaultValue = "0") long kept,
            @RequestParam(defaultValue = "0") long merged,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model page,
            HttpServletResponse response) {
        Editor editor = demand(communityId, person);
        try {
            merging.merge(communityId, kept, merged, reason, editor.actor());
        } catch (RuleViolation refusal) {
            page.addAttribute("mergeFaults", refusal.faults());
            page.addAttribute("typedReason", reason);
            page.addAttribute("typedMerged", merged);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(editor.community(), null, page);
        }
        return "redirect:/registry/" + communityId;
    }

    @GetMapping("/{communityId}/template")
    ResponseEntity<byte[]> template(@PathVariable long communityId, Principal person) {
        RegisteredCommunity community = demand(communityId, person).community();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(community.name() + "底账.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(imports.template(community.name()));
    }

    private record Editor(RegisteredCommunity community, Actor actor) {}

    private Editor demand(long communityId, Principal person) {
        RegisteredCommunity community =
                registry.find(communityId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return access.actor(person.getName(), community)
                .map(actor -> new Editor(community, actor))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(RegisteredCommunity community, @Nullable Long building, Model page) {
        Map<Long, List<UnitOwner>> owners =
                units.owners(community.id()).stream().collect(Collectors.groupingBy(UnitOwner::unitId));
        List<HousingUnit> all = registry.units(community.id());
        Long chosen = building != null
                ? building
                : all.isEmpty() ? null : Long.valueOf(all.get(0).buildingId());
        page.addAttribute("community", community);
        page.addAttribute("buildings", registry.buildings(community.id()));
        page.addAttribute("voters", registry.electorate(community.id()));
        page.addAttribute("suspected", merging.suspected(community.id()));
        page.addAttribute("building", chosen);
        page.addAttribute(
                "units",
                all.stream()
                        .filter(unit -> chosen != null && unit.buildingId() == chosen)
                        .toList());
        page.addAttribute("owners", owners);
        return "registry/community";
    }
}
