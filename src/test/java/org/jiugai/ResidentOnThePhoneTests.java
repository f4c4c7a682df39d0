package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.ballot.Matter;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.publicsite.Publications;
import org.jiugai.publicsite.Publishable;
import org.jiugai.publicsite.Publishable.Kind;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The resident's whole way at 360 points: finds the project, objects, comes in with the code, is surveyed, says more, votes, checks the receipt. */
@ProcessTest
class ResidentOnThePhoneTests {
    private static final Actor COMMITTEE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");

    @Autowired
    private Scenario scenario;

    @Autowired
    private Publications publications;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HouseholdCodes codes;

    @Autowired
    private VoteManagement votes;

    @LocalServerPort
    private int port;

    private void publish(CaseRun run, Kind kind, long subject) {
        publications.propose(run.caseId(), kind, subject, COMMITTEE);
        publications.of(run.caseId()).stream()
                .filter(each -> each.kind() == kind && each.subjectId() == subject)
                .map(Publishable::publicationId)
                .forEach(id -> publications.release(run.caseId(), id, STREET));
    }

    private static void fits(Browser phone, String screen) {
        phone.picture("resident-" + screen);
        assertThat(PhoneScreen.faults(phone, Browser.NARROW)).as(screen).isEmpty();
        assertThat(PhoneScreen.barriers(phone)).as(screen).isEmpty();
    }

    private static By button(String text) {
        return By.xpath("//button[normalize-space()='" + text + "']");
    }

    private static By choice(String legend, String text) {
        return By.xpath("//fieldset[legend[contains(., '" + legend + "')]]//label[normalize-space()='" + text + "']");
    }

    @Test
    void aResidentIsHeardFromTheNoticeToTheReceipt() {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("publish-notice");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 3);
        run.agree("publish-notice");
        publish(run, Kind.PROJECT, run.caseId());
        publications.of(run.caseId()).stream()
                .filter(each -> each.kind() == Kind.PLAN)
                .toList()
                .forEach(plan -> publish(run, Kind.PLAN, plan.subjectId()));
        publish(run, Kind.NOTICE, notices.ofCase(run.caseId()).get(0).noticeId());
        long unit =
                registry.units(run.communities().get(0).registeredId()).get(0).id();
        String code = codes.issue(unit, "首次发放", STREET);

        try (Browser phone = Browser.phone(port, Browser.NARROW)) {
            phone.go("/gongkai/" + run.caseNo());
            phone.seeText(By.cssSelector("section.notice"), "还有 8 天");
            fits(phone, "project");
            phone.tap(By.linkText("全部项目"));
            phone.see(By.id("q"));
            fits(phone, "projects");
            phone.go("/gongkai/" + run.caseNo());
            phone.tap(By.linkText("提出异议"));
            phone.type(By.id("content"), "停车位占用绿地");
            fits(phone, "objection");
            phone.tap(By.xpath("//label[contains(., '匿名')]"));
            phone.tap(button("提交异议"));
            phone.seeText(By.tagName("h1"), "已收到您的异议");
            fits(phone, "objected");

            phone.go("/zhuhu");
            fits(phone, "door");
            phone.type(By.name("code"), code);
            phone.tap(By.cssSelector("main form button"));
            phone.see(By.id("survey"));
            fits(phone, "home");
            phone.tap(choice("改造意愿", "支持"));
            phone.tap(choice("最需要改造的内容", "停车"));
            phone.tap(choice("加装电梯", "是"));
            phone.type(By.id("remark"), "楼道灯不亮");
            phone.tap(button("提交调查表"));
            phone.seeText(By.id("survey"), "已收到您家的调查表");
            phone.seeText(By.id("opinions"), "楼道灯不亮");
        }

        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR));
        run.startProcess("owners-vote", Map.of("communityId", run.communityIds().get(0)));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        LocalDate voting = scenario.today().plusDays(15);
        scenario.at(voting);
        try (Browser phone = Browser.phone(port, Browser.NARROW)) {
            phone.go("/zhuhu");
            phone.type(By.name("code"), code);
            phone.tap(By.cssSelector("main form button"));
            phone.see(By.cssSelector("section.ballot"));
            fits(phone, "ballot");
            phone.tap(By.xpath("//section[contains(@class,'ballot')]//label[normalize-space()='同意']"));
            phone.tap(button("下一步：核对"));
            phone.seeText(By.tagName("h1"), "核对选票");
            fits(phone, "confirm");
            phone.tap(button("投出选票"));
            String receipt = phone.see(By.cssSelector(".receipt")).getText();
            fits(phone, "receipt");
            phone.go("/zhuhu/jia");
            phone.type(By.cssSelector("section.ballot input[name=number]"), receipt);
            phone.tap(button("查验"));
            phone.seeText(By.cssSelector(".note"), "已计入");
            assertThat(phone.errors()).isEmpty();
        }
        List<Integer> turnout = votes.ofCase(run.caseId()).stream()
                .map(vote -> vote.turnout().persons())
                .toList();
        assertThat(turnout).containsExactly(1);
    }
}
