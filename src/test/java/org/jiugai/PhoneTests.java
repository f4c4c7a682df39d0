package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.casefile.NewCase;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Leaders approve on phones: the to-do list, the forms and our own pages at 390 points, touched by a finger. */
@ProcessTest
class PhoneTests {
    private static final By LIST = By.cssSelector(".column.tasks-list");
    private static final By FORM = By.cssSelector("jg-header");
    private static final By BACK = By.cssSelector(".jg-back");
    private static final By CLAIM = By.cssSelector(".claim");
    private static final By COMPLETE = By.cssSelector(".form-actions .btn-primary");
    private static final By CAMERA = By.cssSelector("jg-files[name=signedDoc] .jg-camera");

    @Autowired
    private Scenario scenario;

    @LocalServerPort
    private int port;

    @Test
    void theFireBrigadeGivesItsOpinionOnAPhone() throws IOException {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("department-opinion");
        int open = run.tasks("department-opinion").size();
        Path scan = Files.createTempFile("意见书", ".pdf");
        Files.write(scan, SampleFiles.pdf());

        try (Browser phone = Browser.phone(port)) {
            phone.go("/login");
            fits(phone, "sign-in");
            phone.signIn("xiaofang");
            phone.tap(By.linkText("待办"));
            phone.seeText(LIST, run.caseNo());
            fits(phone, "list");

            phone.tap(card(run));
            phone.seeText(FORM, run.caseNo());
            assertThat(phone.all(LIST).get(0).isDisplayed())
                    .as("list beside the task")
                    .isFalse();
            assertThat(phone.inReach(CLAIM)).as("claim in reach").isTrue();
            fits(phone, "task of nobody");

            phone.tap(CLAIM);
            phone.goneIs(CLAIM);
            assertThat(phone.inReach(COMPLETE)).as("complete in reach").isTrue();
            phone.tap(COMPLETE);
            phone.seeText(By.cssSelector(".jg-summary"), "盖章意见书");
            fits(phone, "refusal");

            phone.tap(By.xpath("//jg-choice[@name='opinion']//label[contains(., '修改后同意')]"));
            phone.type(By.cssSelector("jg-text[name=reviewer] input"), "沈毅");
            phone.type(By.cssSelector("jg-table[name=conditions] tbody input[type=text]"), "消防车道净宽不小于4米");
            phone.tap(By.xpath("//jg-table[@name='conditions']//button[contains(., '添加一行')]"));
            fits(phone, "table with two rows");
            phone.tap(By.xpath("(//jg-table[@name='conditions']//button[contains(., '删除')])[2]"));
            assertThat(phone.see(CAMERA).getText()).isEqualTo("拍照");
            phone.attach(By.cssSelector("jg-files[name=signedDoc] input[type=file]"), scan);
            phone.seeText(By.cssSelector("jg-files[name=signedDoc]"), ".pdf");
            phone.type(By.cssSelector("jg-comment textarea"), "按条件修改后同意");
            phone.tap(COMPLETE);
            phone.goneIs(FORM);
            assertThat(phone.see(LIST).isDisplayed()).isTrue();
            assertThat(phone.errors()).isEmpty();
        }
        assertThat(run.tasks("department-opinion")).hasSize(open - 1);
    }

    @Test
    void whoReturnsFindsTheListWhereItWasAndTheTaskIsNoStepBack() {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("department-opinion");
        try (Browser phone = Browser.phone(port)) {
            phone.signIn("jiugai");
            phone.go("/camunda/app/tasklist/default/");
            By card = By.xpath("(//li[contains(@class, 'task')])[5]//h4//a");
            int place = phone.scrollWithin(LIST, card);
            assertThat(place).isPositive();
            phone.tap(card);
            phone.see(FORM);
            phone.tap(BACK);
            phone.goneIs(FORM);
            phone.seeScrolled(LIST, place);
            phone.back();
            phone.see(LIST);
            assertThat(phone.all(FORM)).isEmpty();
        }
    }

    @Test
    void tablesOfManyColumnsFitAPhone() {
        CaseRun run = crowdedCase();
        try (Browser phone = Browser.phone(port)) {
            look(phone, run.walkTo("evaluate-bids"), "evaluate-bids");
        }
        try (Browser phone = Browser.phone(port)) {
            look(phone, run.walkTo("approve-payment"), "approve-payment");
        }
        run.walkTo("release-retention");
        try (Browser phone = Browser.phone(port)) {
            phone.signIn("jiugai");
            fits(phone, "cases");
            phone.go("/cases/" + run.caseNo());
            phone.tap(By.cssSelector("nav.jump summary"));
            phone.tap(By.linkText("资金"));
            phone.tap(By.cssSelector("#policy summary"));
            fits(phone, "case");
            phone.go("/cases/" + run.caseNo() + "/defects");
            fits(phone, "defects");
            phone.go("/demonstration/clock");
            fits(phone, "clock");
        }
    }

    private void look(Browser phone, CaseRun run, String form) {
        Task task = run.task(form);
        phone.signIn(run.candidate(task, p -> false));
        phone.go("/camunda/app/tasklist/default/#/?task=" + task.getId());
        phone.seeText(FORM, run.caseNo());
        phone.tap(CLAIM);
        phone.goneIs(CLAIM);
        fits(phone, form);
    }

    /** Two communities, and names as long as offices make them. */
    private CaseRun crowdedCase() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        String name = "老旧小区改造及周边雨污分流道路管网综合整治提升工程（含加装电梯、海绵化改造）" + System.nanoTime();
        NewCase request = new NewCase(
                name,
                "341502",
                "341502001",
                2024,
                "TOWN-LT",
                Money.ofYuan("2000000.00"),
                IntStream.rangeClosed(1, 2)
                        .mapToObj(i -> new NewCase.Community(
                                "中市街道云路社区原纺织机械总厂职工家属院第" + i + "生活区",
                                "ja-com-yunlu",
                                1995,
                                60,
                                3,
                                Area.ofSquareMetres("5000.00")))
                        .toList(),
                Map.of("employer", "ja-employer", "designer", "ja-designer"));
        return scenario.follow(scenario.transaction.execute(status -> scenario.cases.open(request, Actor.SYSTEM)));
    }

    private static By card(CaseRun run) {
        return By.xpath("//li[contains(@class, 'task')][contains(., '" + run.caseNo() + "')]//h4//a");
    }

    private static void fits(Browser phone, String screen) {
        phone.picture("phone-" + screen);
        assertThat(PhoneScreen.faults(phone)).as(screen).isEmpty();
    }
}
