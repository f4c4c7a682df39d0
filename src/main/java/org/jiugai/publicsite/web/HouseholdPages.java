package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jiugai.ballot.BallotBox;
import org.jiugai.ballot.BallotPaper;
import org.jiugai.ballot.Choice;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.consultation.NewOpinion;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.consultation.OpinionSource;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.notice.NewObjection;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.publicsite.Household;
import org.jiugai.publicsite.HouseholdSessions;
import org.jiugai.publicsite.HouseholdVote;
import org.jiugai.registry.HouseholdDoor;
import org.jiugai.satisfaction.Rating;
import org.jiugai.satisfaction.SatisfactionSurvey;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jiugai.survey.HouseholdVisits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a household: opinions with their answers, running notices, ballots, receipts. */
@Controller
@RequestMapping("/zhuhu/jia")
class HouseholdPages {
    private static final String DOOR = "redirect:/zhuhu";
    private final HouseholdSessions sessions;
    private final Household household;
    private final Deeds deeds;
    private final Clock clock;

    HouseholdPages(HouseholdSessions sessions, Household household, Deeds deeds, Clock clock) {
        this.sessions = sessions;
        this.household = household;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** What a household may do. */
    @org.springframework.stereotype.Component
    record Deeds(
            OpinionLedger opinions,
            NoticeManagement notices,
            HouseholdVote vote,
            BallotBox box,
            HouseholdVisits visits,
            SatisfactionSurvey satisfaction) {}

    @GetMapping
    String home(@CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token, Model page) {
        return door(token).map(door -> page(door, page)).orElse(DOOR);
    }

    @PostMapping("/opinions")
    String opinion(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String content,
            Model page,
            HttpServletResponse response) {
        HouseholdDoor door = door(token).orElse(null);
        if (door == null) return DOOR;
        page.addAttribute("typedOpinion", content);
        return answer(door, page, response, () -> {
            CaseCommunity community = household
                    .inCase(door)
                    .orElseThrow(() -> new RuleViolation("publicsite.noCase", "content", "本小区目前没有正在办理的改造项目"));
            deeds.opinions()
                    .record(
                            community.caseId(),
                            new NewOpinion(community.communityId(), OpinionSource.PAGE, door.unitId(), content),
                            Household.actor(door));
        });
    }

    @PostMapping("/survey")
    String survey(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @RequestParam MultiValueMap<String, String> fields,
            Model page,
            HttpServletResponse response) {
        HouseholdDoor door = door(token).orElse(null);
        if (door == null) return DOOR;
        SurveyFields typed = new SurveyFields(fields);
        page.addAttribute("survey", typed);
        return answer(door, page, response, () -> {
            CaseCommunity community = household
                    .inCase(door)
                    .orElseThrow(() -> new RuleViolation("publicsite.noCase", "attitude", "本小区目前没有正在办理的改造项目"));
            deeds.visits()
                    .answer(
                            community.communityId(),
                            typed.visit(door.unitId(), LocalDate.now(clock)),
                            Household.actor(door));
        });
    }

    @PostMapping("/satisfaction")
    String rate(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable Rating rating,
            @RequestParam(defaultValue = "") String satisfactionRemark,
            Model page,
            HttpServletResponse response) {
        HouseholdDoor door = door(token).orElse(null);
        if (door == null) return DOOR;
        page.addAttribute("typedRating", rating);
        page.addAttribute("typedSatisfactionRemark", satisfactionRemark);
        return answer(door, page, response, () -> {
            CaseCommunity community = household
                    .inCase(door)
                    .orElseThrow(() -> new RuleViolation("publicsite.noCase", "rating", "本小区目前没有正在办理的改造项目"));
            deeds.satisfaction()
                    .answer(community.communityId(), door.unitId(), rating, satisfactionRemark, Household.actor(door));
        });
    }

    @PostMapping("/notices/{noticeId}/objections")
    String object(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @PathVariable long noticeId,
            @RequestParam(defaultValue = "") String objector,
            @RequestParam(defaultValue = "false") boolean anonymous,
            @RequestParam(defaultValue = "") String content,
            Model page,
            HttpServletResponse response) {
        HouseholdDoor door = door(token).orElse(null);
        if (door == null) return DOOR;
        page.addAttribute("typedObjection", content);
        page.addAttribute("typedObjector", objector);
        page.addAttribute("typedAnonymous", anonymous);
        page.addAttribute("typedNotice", noticeId);
        return answer(door, page, response, () -> {
            if (household.notices(door).stream().noneMatch(notice -> notice.noticeId() == noticeId))
                throw new RuleViolation("publicsite.noNotice", "content", "【异议】该公示已结束，不能再提出异议");
            deeds.notices()
                    .object(
                            noticeId,
                            new NewObjection(objector, anonymous, content, door.unitId()),
                            Household.actor(door));
        });
    }

    /** The first sending shows the choices. */
    @PostMapping("/votes/{roundId}")
    String vote(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @PathVariable long roundId,
            @RequestParam Map<String, String> fields,
            Model page,
            HttpServletResponse response) {
        HouseholdDoor door = door(token).orElse(null);
        if (door == null) return DOOR;
        BallotPaper paper = household.ballots(door).stream()
                .filter(each -> each.round().id() == roundId)
                .findFirst()
                .orElse(null);
        if (paper == null) return "redirect:/zhuhu/jia";
        Map<Integer, Choice> choices = BallotFields.choices(fields);
        if (choices.size() < paper.items().size()) {
            RuleViolation incomplete = new RuleViolation("ballot.incomplete", "choices", "【表决意见】每一事项都须选择同意、反对或弃权");
            return refusedVote(incomplete, door, roundId, choices, page, response);
        }
        page.addAttribute("paper", paper);
        page.addAttribute("choices", choices);
        return "publicsite/confirm";
    }

    /** The second casts them. In a crowd it comes in one after the other, see {@link BallotQueue}. */
    @PostMapping(path = "/ballots", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String cast(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @RequestParam(defaultValue = "0") long round,
            @RequestParam Map<String, String> fields,
            Model page,
            HttpServletResponse response) {
        if (token == null) return DOOR;
        Map<Integer, Choice> choices = BallotFields.choices(fields);
        try {
            return deeds.vote()
                    .cast(token, round, choices)
                    .map(receipt -> {
                        page.addAttribute("receipt", receipt);
                        return "publicsite/receipt";
                    })
                    .orElse(DOOR);
        } catch (RuleViolation refusal) {
            return door(token)
                    .map(door -> refusedVote(refusal, door, round, choices, page, response))
                    .orElse(DOOR);
        }
    }

    private String refusedVote(
            RuleViolation refusal,
            HouseholdDoor door,
            long roundId,
            Map<Integer, Choice> choices,
            Model page,
            HttpServletResponse response) {
        response.setStatus(refusal.isConflict() ? 409 : 422);
        page.addAttribute("faults", refusal.faults());
        page.addAttribute("typedRound", roundId);
        page.addAttribute("typedChoices", choices);
        return page(door, page);
    }

    @PostMapping("/votes/{roundId}/receipts")
    String check(
            @CookieValue(name = DoorPages.COOKIE, required = false) @Nullable String token,
            @PathVariable long roundId,
            @RequestParam(defaultValue = "") String number,
            Model page) {
        HouseholdDoor door = door(token).orElse(null);
        if (door == null) return DOOR;
        page.addAttribute(
                "checked",
                deeds.box()
                        .check(roundId, number)
                        .map(check -> check.counted() ? "该回执对应的选票已计入。" : "该回执对应的选票未计入。")
                        .orElse("没有找到该回执，请核对号码。"));
        return page(door, page);
    }

    private Optional<HouseholdDoor> door(@Nullable String token) {
        return token == null ? Optional.empty() : sessions.of(token);
    }

    private String answer(HouseholdDoor door, Model page, HttpServletResponse response, Runnable act) {
        try {
            act.run();
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.isConflict() ? 409 : 422);
            page.addAttribute("faults", refusal.faults());
            return page(door, page);
        }
        return "redirect:/zhuhu/jia";
    }

    private void ofItsCase(HouseholdDoor door, CaseCommunity community, Model page) {
        if (!page.containsAttribute("survey"))
            page.addAttribute("survey", SurveyFields.of(deeds.visits().ofUnit(community.communityId(), door.unitId())));
        if (!deeds.satisfaction().isOpen(community.caseId())) return;
        page.addAttribute("satisfactionAsked", true);
        deeds.satisfaction()
                .ofUnit(community.communityId(), door.unitId())
                .ifPresent(rated -> page.addAttribute("rated", rated));
    }

    private String page(HouseholdDoor door, Model page) {
        CaseCommunity community = household.inCase(door).orElse(null);
        page.addAttribute("unit", household.unit(door));
        page.addAttribute("community", household.community(door));
        page.addAttribute("inCase", community != null);
        if (community != null) ofItsCase(door, community, page);
        else if (!page.containsAttribute("survey")) page.addAttribute("survey", SurveyFields.empty());
        page.addAttribute("ratings", Rating.values());
        page.addAttribute("attitudes", SurveyFields.ATTITUDES);
        page.addAttribute("needs", Category.values());
        page.addAttribute("opinions", household.opinions(door));
        page.addAttribute("objections", household.objections(door));
        page.addAttribute("notices", household.notices(door));
        page.addAttribute("ballots", household.ballots(door));
        page.addAttribute("choiceValues", Choice.values());
        page.addAttribute("now", clock.instant());
        page.addAttribute("today", LocalDate.now(clock));
        page.addAttribute("zone", ZoneId.of("Asia/Shanghai"));
        return "publicsite/home";
    }
}
