package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiugai.casefile.Stage;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Quota;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.notice.NewObjection;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.publicsite.PublicProject;
import org.jiugai.publicsite.PublicProjects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 信息公开: the projects, for everybody. What is read may lie in caches for a minute; the form for an objection may not. */
@Controller
@RequestMapping("/gongkai")
class PublicPages {
    /** Whom the record names for what somebody without a code does. */
    private static final Actor ANYBODY = new Actor("resident", "居民", "resident", "居民");

    private static final CacheControl READING =
            CacheControl.maxAge(1, TimeUnit.MINUTES).cachePublic();
    private static final int LONGEST_SEARCH = 40;
    private final PublicProjects projects;
    private final NoticeManagement notices;
    private final Quota objections;
    private final Clock clock;

    PublicPages(PublicProjects projects, NoticeManagement notices, Clock clock) {
        this.projects = projects;
        this.notices = notices;
        this.objections = new Quota(10, Duration.ofMinutes(10), clock);
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HttpServletResponse response) {
        String words = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        int shown = Math.max(0, Math.min(page, 10_000));
        List<PublicProjects.Row> rows = projects.search(street.isBlank() ? null : street, words, shown);
        model.addAttribute("rows", rows);
        model.addAttribute("streets", projects.streets());
        model.addAttribute("street", street);
        model.addAttribute("words", words);
        model.addAttribute("page", shown);
        model.addAttribute("more", rows.size() == PublicProjects.PAGE);
        model.addAttribute("stages", Stage.class);
        response.setHeader(HttpHeaders.CACHE_CONTROL, READING.getHeaderValue());
        return "publicsite/projects";
    }

    @GetMapping("/{caseNo}")
    String show(@PathVariable String caseNo, Model model, HttpServletResponse response) {
        model.addAttribute("project", find(caseNo));
        model.addAttribute("today", LocalDate.now(clock));
        response.setHeader(HttpHeaders.CACHE_CONTROL, READING.getHeaderValue());
        return "publicsite/project";
    }

    @GetMapping("/{caseNo}/notices/{noticeId}/objection")
    String form(@PathVariable String caseNo, @PathVariable long noticeId, Model model) {
        return form(find(caseNo), running(caseNo, noticeId), model);
    }

    @PostMapping("/{caseNo}/notices/{noticeId}/objection")
    String object(
            @PathVariable String caseNo,
            @PathVariable long noticeId,
            @RequestParam(defaultValue = "") String objector,
            @RequestParam(defaultValue = "false") boolean anonymous,
            @RequestParam(defaultValue = "") String content,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        PublicProject project = find(caseNo);
        PublicNotice notice = running(caseNo, noticeId);
        model.addAttribute("objector", objector);
        model.addAttribute("anonymous", anonymous);
        model.addAttribute("content", content);
        if (!objections.take(request.getRemoteAddr() + " " + noticeId)) {
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, "600");
            model.addAttribute("refusal", "提交过于频繁，请十分钟后再试；您填写的内容仍在下面。");
            return form(project, notice, model);
        }
        try {
            notices.object(noticeId, new NewObjection(blank(objector), anonymous, content, null), ANYBODY);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            model.addAttribute("faults", refusal.faults());
            return form(project, notice, model);
        }
        model.addAttribute("project", project);
        return "publicsite/objected";
    }

    private PublicProject find(String caseNo) {
        return projects.find(caseNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PublicNotice running(String caseNo, long noticeId) {
        return projects.running(caseNo, noticeId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String form(PublicProject project, PublicNotice notice, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("notice", notice);
        model.addAttribute("stage", PublicNotice.name(notice.stage()));
        return "publicsite/objection";
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
