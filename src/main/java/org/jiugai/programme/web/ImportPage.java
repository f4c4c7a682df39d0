package org.jiugai.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.PolicyManagement;
import org.jiugai.programme.AnnualTask;
import org.jiugai.programme.ProgrammeManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Import of the issued annual programme by the renovation office: all faults of the sheet at once, or the opened cases. */
@Controller
@RequestMapping("/programme/import")
class ImportPage {
    /** Which office imports the programme of its county. */
    private static final String OFFICE = "renovation-office";

    private final ProgrammeManagement programme;
    private final OrganisationManagement organisation;
    private final PolicyManagement policies;
    private final Clock clock;

    ImportPage(
            ProgrammeManagement programme,
            OrganisationManagement organisation,
            PolicyManagement policies,
            Clock clock) {
        this.programme = programme;
        this.organisation = organisation;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping
    String form(Principal person, Model page) {
        demandOffice(person);
        prepare(person, page);
        page.addAttribute("entered", Entered.blank(LocalDate.now(clock).getYear()));
        return "programme/import";
    }

    @PostMapping
    String run(
            @ModelAttribute("entered") Entered entered,
            @RequestParam MultipartFile file,
            Principal person,
            Model page,
            HttpServletResponse response)
            throws IOException {
        demandOffice(person);
        prepare(person, page);
        if (entered.county().isBlank()) {
            page.addAttribute("faults", List.of(new Fault("county", "【区县】必填")));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "programme/import";
        }
        if (!organisation.countiesAs(person.getName(), OFFICE).contains(entered.county())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Fault> faults = new ArrayList<>();
        Optional<AnnualTask> task = entered.task(faults);
        if (task.isPresent()) {
            try (InputStream content = file.getInputStream()) {
                page.addAttribute(
                        "opened",
                        programme.importSheet(
                                entered.county(),
                                entered.yearNumber(),
                                entered.policy(),
                                task.get(),
                                content,
                                organisation.actorIn(person.getName(), OFFICE, entered.county())));
                return "programme/import";
            } catch (RuleViolation refused) {
                faults.addAll(refused.faults());
            }
        }
        page.addAttribute("faults", faults);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "programme/import";
    }

    private void prepare(Principal person, Model page) {
        page.addAttribute(
                "counties",
                organisation.countiesAs(person.getName(), OFFICE).stream()
                        .map(organisation::region)
                        .toList());
        page.addAttribute("policies", policies.all());
    }

    private void demandOffice(Principal person) {
        if (organisation.countiesAs(person.getName(), OFFICE).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** What was typed, kept as text so that a refusal shows it again. */
    record Entered(
            String county,
            String year,
            String policy,
            String documentNo,
            String projects,
            String communities,
            String households,
            String buildings,
            String area,
            String investment) {
        @SuppressWarnings("NullAway") // a field that is not sent does not arrive
        Entered {
            county = Objects.requireNonNullElse(county, "");
            year = Objects.requireNonNullElse(year, "");
            policy = Objects.requireNonNullElse(policy, "");
            documentNo = Objects.requireNonNullElse(documentNo, "");
            projects = Objects.requireNonNullElse(projects, "");
            communities = Objects.requireNonNullElse(communities, "");
            households = Objects.requireNonNullElse(households, "");
            buildings = Objects.requireNonNullElse(buildings, "");
            area = Objects.requireNonNullElse(area, "");
            investment = Objects.requireNonNullElse(investment, "");
        }

        static Entered blank(int year) {
            return new Entered("", String.valueOf(year), "", "", "", "", "", "", "", "");
        }

        int yearNumber() {
            return year.strip().matches("\\d{4}") ? Integer.parseInt(year.strip()) : 0;
        }

        Optional<AnnualTask> task(List<Fault> faults) {
            int projectCount = whole(projects, "项目数", faults);
            int communityCount = whole(communities, "小区数", faults);
            int householdCount = whole(households, "户数", faults);
            int buildingCount = whole(buildings, "楼栋数", faults);
            Area floor = read(area, "建筑面积", Area::ofSquareMetres, faults);
            Money money = read(investment, "投资", Money::ofYuan, faults);
            if (floor == null || money == null || !faults.isEmpty()) return Optional.empty();
            return Optional.of(new AnnualTask(
                    documentNo, projectCount, communityCount, householdCount, buildingCount, floor, money));
        }

        private static int whole(String text, String label, List<Fault> faults) {
            Integer number =
                    read(text, label, plain -> Integer.valueOf(plain.strip().replace(",", "")), faults);
            return number == null ? 0 : number;
        }

        private static <T> @Nullable T read(
                String text, String label, java.util.function.Function<String, T> reading, List<Fault> faults) {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | ArithmeticException e) {
                faults.add(new Fault(label, "【下达任务 " + label + "】不是有效的数字：“" + text + "”"));
                return null;
            }
        }
    }
}
