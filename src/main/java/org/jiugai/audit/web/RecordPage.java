package org.jiugai.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jiugai.audit.Anchor;
import org.jiugai.audit.AnchorUnreadable;
import org.jiugai.audit.AuditChain;
import org.jiugai.audit.ChainHead;
import org.jiugai.audit.DailyAnchor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * 记录核验: whether the record holds, and its anchors for copying and printing. For whoever administers or reads the history of a county; the
 * record is that of all counties, so the page shows figures and no entry.
 */
@Controller
@RequestMapping("/audit/record")
class RecordPage {
    private static final List<String> READERS =
            List.of("system-admin", "audit-bureau", "renovation-office", "leading-group", "legal-reviewer");
    private static final int ANCHORS_SHOWN = 100;
    private final AuditChain chain;
    private final DailyAnchor anchors;
    private final Clock clock;
    /** A walk takes a while and a connection. */
    private final Semaphore oneAtATime = new Semaphore(1);

    RecordPage(AuditChain chain, DailyAnchor anchors, Clock clock) {
        this.chain = chain;
        this.anchors = anchors;
        this.clock = clock;
    }

    @GetMapping
    String show(HttpServletRequest request, Model page) {
        demandReader(request);
        return page(page);
    }

    @PostMapping
    String verify(HttpServletRequest request, Model page) {
        demandReader(request);
        if (!oneAtATime.tryAcquire()) {
            page.addAttribute("message", "另一次核验正在进行，请稍候再试。");
            return page(page);
        }
        try {
            page.addAttribute("result", chain.verify());
            page.addAttribute("verifiedAt", LocalDateTime.now(clock));
        } catch (AnchorUnreadable damaged) {
            page.addAttribute("message", "未能核验。" + damaged.getMessage());
        } finally {
            oneAtATime.release();
        }
        return page(page);
    }

    private String page(Model page) {
        ChainHead head = chain.head().orElse(null);
        page.addAttribute("head", head);
        page.addAttribute("linkedAt", head == null ? null : LocalDateTime.ofInstant(head.linkedAt(), clock.getZone()));
        page.addAttribute("anchors", latest());
        page.addAttribute("folder", anchors.folder());
        return "audit/record";
    }

    private List<Anchor> latest() {
        try {
            List<Anchor> latest = new ArrayList<>(anchors.anchors());
            Collections.reverse(latest);
            return latest.subList(0, Math.min(ANCHORS_SHOWN, latest.size()));
        } catch (AnchorUnreadable damaged) {
            return List.of();
        }
    }

    private static void demandReader(HttpServletRequest request) {
        if (READERS.stream().noneMatch(request::isUserInRole)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
