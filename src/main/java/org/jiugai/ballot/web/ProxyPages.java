package org.jiugai.ballot.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiugai.ballot.Proxies;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 委托书 of a vote. */
@Controller
@RequestMapping("/cases/{caseNo}/votes/{roundId}/proxies")
class ProxyPages {
    private final Proxies proxies;
    private final VoteManagement votes;
    private final DocumentManagement documents;
    private final VisibleCases visible;

    ProxyPages(Proxies proxies, VoteManagement votes, DocumentManagement documents, VisibleCases visible) {
        this.proxies = proxies;
        this.votes = votes;
        this.documents = documents;
        this.visible = visible;
    }

    @GetMapping
    String list(@PathVariable String caseNo, @PathVariable long roundId, Principal person, Model page) {
        RenovationCase file = visible.of(caseNo, person.getName());
        demandVote(file, roundId);
        visible.actorAs(file.caseId(), person.getName(), VotePages.HANDLING);
        return page(file, roundId, page);
    }

    @PostMapping
    String register(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @RequestParam(defaultValue = "") String rollNo,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> scans,
            Principal person,
            Model page,
            HttpServletResponse response)
            throws IOException {
        RenovationCase file = visible.of(caseNo, person.getName());
        demandVote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), VotePages.HANDLING);
        try {
            proxies.register(roundId, PaperFields.number(rollNo), name, store(file, scans, actor), actor);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            page.addAttribute("faults", refusal.faults());
            page.addAttribute("typedNo", rollNo);
            page.addAttribute("typedName", name);
            return page(file, roundId, page);
        }
        return "redirect:/cases/" + file.caseNo() + "/votes/" + roundId + "/proxies";
    }

    private List<UUID> store(RenovationCase file, @Nullable List<MultipartFile> scans, Actor actor) throws IOException {
        List<UUID> stored = new ArrayList<>();
        for (MultipartFile scan : scans == null ? List.<MultipartFile>of() : scans) {
            if (scan.isEmpty()) continue;
            String name = scan.getOriginalFilename() == null ? "委托书" : scan.getOriginalFilename();
            try (InputStream content = scan.getInputStream()) {
                stored.add(documents.store(file.caseId(), name, content, actor).id());
            }
        }
        return stored;
    }

    private void demandVote(RenovationCase file, long roundId) {
        if (votes.ofCase(file.caseId()).stream().noneMatch(vote -> vote.round().id() == roundId))
            throw new VisibleCases.NotVisible();
    }

    private String page(RenovationCase file, long roundId, Model page) {
        page.addAttribute("file", file);
        page.addAttribute("roundId", roundId);
        page.addAttribute("proxies", proxies.of(roundId));
        return "ballot/proxies";
    }
}
