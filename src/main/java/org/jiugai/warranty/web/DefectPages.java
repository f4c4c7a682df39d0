package org.jiugai.warranty.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.warranty.DefectReport;
import org.jiugai.warranty.WarrantyManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where any office of the county reports a defect of a case under warranty. */
@Controller
@RequestMapping("/cases/{caseNo}/defects")
class DefectPages {
    private final WarrantyManagement warranty;
    private final VisibleCases visible;
    private final DocumentManagement documents;

    DefectPages(WarrantyManagement warranty, VisibleCases visible, DocumentManagement documents) {
        this.warranty = warranty;
        this.visible = visible;
        this.documents = documents;
    }

    @GetMapping
    String form(@PathVariable String caseNo, Principal person, Model model) {
        model.addAttribute("case", visible.of(caseNo, person.getName()));
        return "warranty/report-defect";
    }

    @PostMapping
    String report(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photos,
            Principal person,
            Model model,
            jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        RenovationCase file = visible.of(caseNo, person.getName());
        Actor actor = visible.actor(file.caseId(), person.getName());
        try {
            warranty.report(
                    file.caseId(), new DefectReport(description, location, urgent, store(file, photos, actor)), actor);
        } catch (RuleViolation refusal) {
            response.setStatus(
                    refusal.isConflict() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("case", file);
            model.addAttribute("faults", refusal.faults());
            model.addAttribute("description", description);
            model.addAttribute("location", location);
            model.addAttribute("urgent", urgent);
            return "warranty/report-defect";
        }
        return "redirect:/cases/" + caseNo;
    }

    private List<UUID> store(RenovationCase file, @Nullable List<MultipartFile> photos, Actor actor)
            throws IOException {
        List<UUID> stored = new ArrayList<>();
        for (MultipartFile photo : photos == null ? List.<MultipartFile>of() : photos) {
            if (photo.isEmpty()) continue;
            String name = photo.getOriginalFilename() == null ? "照片" : photo.getOriginalFilename();
            try (InputStream content = photo.getInputStream()) {
                stored.add(documents.store(file.caseId(), name, content, actor).id());
            } catch (RuleViolation refusal) {
                throw new RuleViolation(refusal.code(), "photo", "【照片】“" + name + "”：" + refusal.getMessage());
            }
        }
        return stored;
    }
}
