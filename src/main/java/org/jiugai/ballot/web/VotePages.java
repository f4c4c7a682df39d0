package org.jiugai.ballot.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jiugai.ballot.BallotBox;
import org.jiugai.ballot.Choice;
import org.jiugai.ballot.InvalidReason;
import org.jiugai.ballot.PaperBallots;
import org.jiugai.ballot.PaperBallots.Reading;
import org.jiugai.ballot.Receipt;
import org.jiugai.ballot.Unsealing;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A vote: turnout and result in totals, paper ballots entered by one person and confirmed by another. */
@Controller
@RequestMapping("/cases/{caseNo}/votes/{roundId}")
class VotePages {
    static final List<String> HANDLING = List.of("community", "subdistrict", "owners-committee");
    private final VoteManagement votes;
    private final PaperBallots paper;
    private final BallotBox box;
    private final Unsealing unsealing;
    private final VisibleCases visible;
    private final Clock clock;

    VotePages(
            VoteManagement votes,
            PaperBallots paper,
            BallotBox box,
            Unsealing unsealing,
            VisibleCases visible,
            Clock clock) {
        this.votes = votes;
        this.paper = paper;
        this.box = box;
        this.unsealing = unsealing;
        this.visible = visible;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String caseNo, @PathVariable long roundId, Principal person, Model model) {
        return page(visible.of(caseNo, person.getName()), roundId, person, model);
    }

    @PostMapping("/paper")
    String enter(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @org.jspecify.annotations.Nullable
                    LocalDateTime receivedAt,
            @RequestParam Map<String, String> fields,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        VoteSummary vote = vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), HANDLING);
        try {
            if (receivedAt == null) throw new RuleViolation("ballot.noTime", "receivedAt", "【收票时间】必填");
            paper.enter(roundId, PaperFields.reading(fields, vote), receivedAt, actor);
        } catch (RuleViolation refusal) {
            model.addAttribute("typed", fields);
            return refused(refusal, file, roundId, person, model, response);
        }
        return "redirect:/cases/" + file.caseNo() + "/votes/" + roundId + "#paper";
    }

    @PostMapping("/paper/{ballotId}")
    String confirm(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @PathVariable long ballotId,
            @RequestParam Map<String, String> fields,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        VoteSummary vote = vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), HANDLING);
        try {
            if (fields.containsKey("giveBack")) {
                paper.giveBack(roundId, ballotId, actor);
                return "redirect:/cases/" + file.caseNo() + "/votes/" + roundId + "#paper";
            }
            Receipt receipt = paper.confirm(roundId, ballotId, PaperFields.reading(fields, vote), actor);
            model.addAttribute("receipt", receipt);
            model.addAttribute("confirmed", true);
        } catch (RuleViolation refusal) {
            model.addAttribute("typedBallot", ballotId);
            model.addAttribute("typedConfirmation", fields);
            return refused(refusal, file, roundId, person, model, response);
        }
        return page(file, roundId, person, model);
    }

    @PostMapping("/unsealing")
    String ask(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @RequestParam(defaultValue = "") String rollNo,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), List.of(Unsealing.ASKING));
        try {
            unsealing.ask(roundId, PaperFields.number(rollNo), reason, actor);
        } catch (RuleViolation refusal) {
            model.addAttribute("typedUnsealNo", rollNo);
            model.addAttribute("typedUnsealReason", reason);
            return refused(refusal, file, roundId, person, model, response);
        }
        return "redirect:/cases/" + file.caseNo() + "/votes/" + roundId + "#unsealing";
    }

    @PostMapping("/unsealing/{requestId}/approval")
    String approve(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @PathVariable long requestId,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), List.of(Unsealing.APPROVING));
        try {
            unsealing.approve(roundId, requestId, actor);
        } catch (RuleViolation refusal) {
            return refused(refusal, file, roundId, person, model, response);
        }
        return "redirect:/cases/" + file.caseNo() + "/votes/" + roundId + "#unsealing";
    }

    @PostMapping("/unsealing/{requestId}/reading")
    String read(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @PathVariable long requestId,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), List.of(Unsealing.ASKING, Unsealing.APPROVING));
        try {
            model.addAttribute("opened", unsealing.read(roundId, requestId, actor));
            unsealing.of(roundId).stream()
                    .filter(each -> each.id() == requestId)
                    .forEach(each -> model.addAttribute("openedNo", each.rollNo()));
        } catch (RuleViolation refusal) {
            return refused(refusal, file, roundId, person, model, response);
        }
        return page(file, roundId, person, model);
    }

    @PostMapping("/phone")
    String phone(
            @PathVariable String caseNo,
            @PathVariable long roundId,
            @RequestParam(defaultValue = "false") boolean identityChecked,
            @RequestParam Map<String, String> fields,
            Principal person,
            Model model,
            HttpServletResponse response) {
        RenovationCase file = visible.of(caseNo, person.getName());
        VoteSummary vote = vote(file, roundId);
        Actor actor = visible.actorAs(file.caseId(), person.getName(), HANDLING);
        try {
            Reading reading = PaperFields.reading(fields, vote);
            model.addAttribute(
                    "receipt", box.castByPhone(roundId, reading.rollNo(), reading.choices(), identityChecked, actor));
            model.addAttribute("confirmed", true);
        } catch (RuleViolation refusal) {
            model.addAttribute("typedPhone", fields);
            return refused(refusal, file, roundId, person, model, response);
        }
        return page(file, roundId, person, model);
    }

    private String refused(
            RuleViolation refusal,
            RenovationCase file,
            long roundId,
            Principal person,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refusal.isConflict() ? 409 : 422);
        model.addAttribute("faults", refusal.faults());
        return page(file, roundId, person, model);
    }

    private String page(RenovationCase file, long roundId, Principal person, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("vote", vote(file, roundId));
        model.addAttribute("choices", Choice.values());
        model.addAttribute("reasons", InvalidReason.values());
        model.addAttribute("waiting", paper.waitingIn(roundId));
        model.addAttribute("mayHandle", visible.holds(file.caseId(), person.getName(), HANDLING));
        model.addAttribute("unsealings", unsealing.of(roundId));
        model.addAttribute("mayAsk", visible.holds(file.caseId(), person.getName(), List.of(Unsealing.ASKING)));
        model.addAttribute("mayApprove", visible.holds(file.caseId(), person.getName(), List.of(Unsealing.APPROVING)));
        model.addAttribute("me", person.getName());
        model.addAttribute("now", LocalDateTime.now(clock).withSecond(0).withNano(0));
        model.addAttribute("zone", ZoneId.of("Asia/Shanghai"));
        return "ballot/vote";
    }

    /** The vote, if it is one of this case. */
    private VoteSummary vote(RenovationCase file, long roundId) {
        VoteSummary vote = votes.ofCase(file.caseId()).stream()
                .filter(each -> each.round().id() == roundId)
                .findFirst()
                .orElseThrow(VisibleCases.NotVisible::new);
        return vote;
    }
}
