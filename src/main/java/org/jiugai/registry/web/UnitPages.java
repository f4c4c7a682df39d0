package org.jiugai.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.registry.AreaBasis;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.OwnerKind;
import org.jiugai.registry.RegistryAccess;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.registry.UnitAdministration;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A unit of the baseline: area, owners, the household's code. */
@Controller
@RequestMapping("/registry/units/{unitId}")
class UnitPages {
    private final RegistryManagement registry;
    private final UnitAdministration units;
    private final HouseholdCodes codes;
    private final RegistryAccess access;
    private final Clock clock;

    UnitPages(
            RegistryManagement registry,
            UnitAdministration units,
            HouseholdCodes codes,
            RegistryAccess access,
            Clock clock) {
        this.registry = registry;
        this.units = units;
        this.codes = codes;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long unitId, Principal person, Model page) {
        return page(demand(unitId, person).unit(), page);
    }

    @PostMapping("/area")
    String correct(
            @PathVariable long unitId,
            @RequestParam(defaultValue = "") String area,
            @RequestParam AreaBasis basis,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            Principal person,
            Model page,
            HttpServletResponse response) {
        Editor editor = demand(unitId, person);
        page.addAttribute("typedArea", area);
        page.addAttribute("typedBasis", basis);
        page.addAttribute("typedAreaReason", reason);
        return answer(editor, page, response, () -> {
            if (!area.strip().matches("\\d{1,4}(\\.\\d{1,2})?"))
                throw new RuleViolation("registry.areaRefused", "area", "【专有面积】应为平方米数，最多两位小数");
            units.correctArea(unitId, Area.ofSquareMetres(area.strip()), basis, reason, version, editor.actor());
        });
    }

    @PostMapping("/owner")
    String transfer(
            @PathVariable long unitId,
            @RequestParam OwnerKind kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            Principal person,
            Model page,
            HttpServletResponse response) {
        Editor editor = demand(unitId, person);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        page.addAttribute("typedOwner", new TypedOwner(kind, name, identity, phone, day, reason));
        return answer(
                editor,
                page,
                response,
                () -> units.transfer(
                        unitId, kind, name, blank(identity), blank(phone), day, reason, version, editor.actor()));
    }

    /** One of several owners votes for all of them. */
    @PostMapping("/voter")
    String nameVoter(
            @PathVariable long unitId,
            @RequestParam(required = false) @Nullable Long ownerId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            Principal person,
            Model page,
            HttpServletResponse response) {
        Editor editor = demand(unitId, person);
        page.addAttribute("typedVoter", ownerId);
        page.addAttribute("typedVoterReason", reason);
        return answer(editor, page, response, () -> units.nameVoter(unitId, ownerId, reason, version, editor.actor()));
    }

    /** A new code; the one before opens nothing any more. It is shown once. */
    @PostMapping("/code")
    String code(
            @PathVariable long unitId,
            @RequestParam(defaultValue = "遗失补发") String reason,
            Principal person,
            HttpServletRequest request,
            Model page) {
        Editor editor = demand(unitId, person);
        page.addAttribute("code", codes.issue(unitId, reason, editor.actor()));
        return page(editor.unit(), page);
    }

    /** What was typed about a new owner, for whoever is refused. */
    record TypedOwner(OwnerKind kind, String name, String identity, String phone, LocalDate on, String reason) {}

    private record Editor(HousingUnit unit, Actor actor) {}

    private Editor demand(long unitId, Principal person) {
        return registry.unit(unitId)
                .flatMap(unit -> access.actor(person.getName(), registry.community(unit.communityId()))
                        .map(actor -> new Editor(unit, actor)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String answer(Editor editor, Model page, HttpServletResponse response, Runnable act) {
        try {
            act.run();
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            page.addAttribute("faults", refusal.faults());
            return page(editor.unit(), page);
        }
        return "redirect:/registry/units/" + editor.unit().id();
    }

    private String page(HousingUnit unit, Model page) {
        page.addAttribute("unit", registry.unit(unit.id()).orElseThrow());
        page.addAttribute("community", registry.community(unit.communityId()));
        page.addAttribute("owners", units.ownersOf(unit.id()));
        page.addAttribute("changes", units.changes(unit.id()));
        page.addAttribute("version", units.version(unit.id()));
        page.addAttribute("bases", List.of(AreaBasis.values()));
        page.addAttribute("kinds", List.of(OwnerKind.values()));
        page.addAttribute("today", LocalDate.now(clock));
        return "registry/unit";
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
