package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.IssuedPassword;
import org.jiugai.organisation.NotAdministrator;
import org.jiugai.organisation.OrganisationImport;
import org.jiugai.organisation.OrganisationImport.Imported;
import org.jiugai.organisation.OrganisationOverview;
import org.jiugai.organisation.OrganisationSheets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 批量导入: regions, offices and people from a workbook; all faults at once, or the one-time passwords of the new people. */
@Controller
@RequestMapping("/administration/import")
class OrganisationImportPage {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final OrganisationImport imports;
    private final OrganisationOverview overview;

    OrganisationImportPage(OrganisationImport imports, OrganisationOverview overview) {
        this.imports = imports;
        this.overview = overview;
    }

    @GetMapping
    String form(Principal who) {
        overview.demandAdministrator(who.getName());
        return "organisation/import";
    }

    /** The passwords are on the answer and nowhere else; the page sends them back when they are wanted as a workbook. */
    @PostMapping
    String run(@RequestParam MultipartFile file, Principal who, Model page, HttpServletResponse response)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            Imported imported = imports.run(who.getName(), content);
            page.addAttribute("imported", imported);
            page.addAttribute("list", imported.issued().stream().map(Lines::of).collect(Collectors.joining("\n")));
        } catch (NotAdministrator refusal) {
            throw refusal;
        } catch (RuleViolation refusal) {
            page.addAttribute("faults", refusal.faults());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return "organisation/import";
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> template(Principal who) {
        overview.demandAdministrator(who.getName());
        return workbook("组织与人员导入模板.xlsx", OrganisationSheets.template());
    }

    @PostMapping("/passwords")
    ResponseEntity<byte[]> passwords(@RequestParam String list, Principal who) {
        overview.demandAdministrator(who.getName());
        return workbook("一次性密码.xlsx", OrganisationSheets.passwords(Lines.read(list)));
    }

    private static ResponseEntity<byte[]> workbook(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    /** The list of passwords as the page carries it: a line for each, its parts separated by tabs, which no name contains. */
    private static final class Lines {
        private static final int PARTS = 4;
        private static final int MOST = 5000;

        static String of(IssuedPassword one) {
            return String.join("\t", one.person(), one.name(), one.office(), one.password());
        }

        static List<IssuedPassword> read(String list) {
            return list.lines()
                    .limit(MOST)
                    .map(line -> line.split("\t", -1))
                    .filter(parts -> parts.length == PARTS)
                    .map(parts -> new IssuedPassword(parts[0], parts[1], parts[2], parts[3]))
                    .toList();
        }
    }
}
