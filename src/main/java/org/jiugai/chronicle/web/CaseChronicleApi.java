package org.jiugai.chronicle.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jiugai.chronicle.CaseEvidence;
import org.jiugai.chronicle.ChronicleManagement;
import org.jiugai.chronicle.Story;
import org.jiugai.documents.AttachedDocument;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The story of a case and what stands behind it, as JSON. */
@RestController
@RequestMapping("/api/chronicle/cases/{caseNo}")
class CaseChronicleApi {
    private final ChronicleManagement chronicle;
    private final CaseEvidence evidence;

    CaseChronicleApi(ChronicleManagement chronicle, CaseEvidence evidence) {
        this.chronicle = chronicle;
        this.evidence = evidence;
    }

    @GetMapping
    Story story(@PathVariable String caseNo, Principal person) {
        return chronicle.story(caseNo, person.getName());
    }

    @GetMapping("/decisions")
    List<?> decisions(@PathVariable String caseNo, Principal person) {
        return evidence.decisions(caseNo, person.getName());
    }

    @GetMapping("/variables")
    List<?> variables(@PathVariable String caseNo, Principal person) {
        return evidence.variables(caseNo, person.getName());
    }

    @GetMapping("/operations")
    List<?> operations(@PathVariable String caseNo, Principal person) {
        return evidence.operations(caseNo, person.getName());
    }

    @GetMapping("/versions")
    Object versions(@PathVariable String caseNo, Principal person) {
        return evidence.versions(caseNo, person.getName());
    }

    @GetMapping("/files")
    List<FileLine> files(@PathVariable String caseNo, Principal person) {
        return evidence.files(caseNo, person.getName()).stream()
                .map(FileLine::of)
                .toList();
    }

    record FileLine(
            String id, String name, String purpose, long size, String sha256, String attachedBy, Instant attachedAt) {
        static FileLine of(AttachedDocument attached) {
            return new FileLine(
                    attached.document().id().toString(),
                    attached.document().originalName(),
                    attached.purpose(),
                    attached.document().size(),
                    attached.document().sha256(),
                    attached.attachedBy(),
                    attached.attachedAt());
        }
    }
}
