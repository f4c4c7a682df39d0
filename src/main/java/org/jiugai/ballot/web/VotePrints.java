package org.jiugai.ballot.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.ballot.Choice;
import org.jiugai.ballot.PaperBallots;
import org.jiugai.ballot.Proxies;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.printing.PrintedPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a vote has on paper: the ballots to hand out, the sheet with the result. */
@Controller
@RequestMapping("/cases/{caseNo}/votes/{roundId}")
class VotePrints {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final VoteManagement votes;
    private final PaperBallots paper;
    private final Proxies proxies;
    private final CaseManagement cases;
    private final VisibleCases visible;

    VotePrints(VoteManagement votes, PaperBallots paper, Proxies proxies, CaseManagement cases, VisibleCases visible) {
        this.votes = votes;
        this.paper = paper;
        this.proxies = proxies;
        this.cases = cases;
        this.visible = visible;
    }

    /** One for each voter on the frozen roll, with his number; only for whoever handles paper. */
    @GetMapping("/ballots")
    ResponseEntity<byte[]> ballots(@PathVariable String caseNo, @PathVariable long roundId, Principal person) {
        RenovationCase file = visible.of(caseNo, person.getName());
        VoteSummary vote = vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), VotePages.HANDLING);
        paper.demandPlace(roundId, actor);
        if (vote.round().noticeDate() == null) throw new VisibleCases.NotVisible();
        return pdf(
                "ballot/ballots",
                "纸质选票.pdf",
                Map.of(
                        "community", community(vote),
                        "vote", vote,
                        "roll", votes.roll(roundId),
                        "proxies",
                                proxies.of(roundId).stream()
                                        .collect(Collectors.toMap(Proxies.Proxy::rollNo, Proxies.Proxy::name)),
                        "choices", Arrays.asList(Choice.values()),
                        "zone", SHANGHAI));
    }

    /** 表决结果单: persons and area, participated and agreed. */
    @GetMapping("/result")
    ResponseEntity<byte[]> result(@PathVariable String caseNo, @PathVariable long roundId, Principal person) {
        RenovationCase file = visible.of(caseNo, person.getName(), "表决结果单");
        VoteSummary vote = vote(file, roundId);
        if (vote.countedOn() == null) throw new VisibleCases.NotVisible();
        return pdf(
                "ballot/result",
                "表决结果单.pdf",
                Map.of("file", file, "community", community(vote), "vote", vote, "zone", SHANGHAI));
    }

    private String community(VoteSummary vote) {
        return cases.community(vote.round().communityId()).name();
    }

    private VoteSummary vote(RenovationCase file, long roundId) {
        return votes.ofCase(file.caseId()).stream()
                .filter(each -> each.round().id() == roundId)
                .findFirst()
                .orElseThrow(VisibleCases.NotVisible::new);
    }

    private static ResponseEntity<byte[]> pdf(String template, String name, Map<String, Object> model) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PrintedPage.pdf(template, model));
    }
}
