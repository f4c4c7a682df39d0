package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A department's reviewer at work in Tasklist, in a real browser (S4-29). */
@ProcessTest
class ReviewInTasklistTests {
    private static final By COMPLETE = By.cssSelector("button[type=submit].btn-primary");

    @Autowired
    private Scenario scenario;

    @LocalServerPort
    private int port;

    @Test
    void theFireBrigadeAgreesWithTwoConditionsAndTheOfficeSeesThemInTheMatrix() throws IOException {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("department-opinion");
        Task task = run.tasks("department-opinion").stream()
                .filter(t -> run.candidate(t, p -> false).equals("xiaofang"))
                .findFirst()
                .orElseThrow();
        Path scan = Files.createTempFile("意见书", ".pdf");
        Files.write(scan, SampleFiles.pdf());

        try (Browser browser = Browser.open(port, 1400)) {
            browser.signIn("xiaofang");
            browser.go("/camunda/app/tasklist/default/");
            browser.seeText(By.cssSelector(".tasks-list"), "出具联审意见");
            browser.seeText(By.cssSelector(".tasks-list"), run.caseNo());
            browser.click(By.xpath("//li[contains(@class, 'task')][contains(., '" + run.caseNo() + "')]//h4//a"));
            browser.seeText(By.cssSelector("jg-header"), run.caseNo());
            browser.click(By.cssSelector(".claim, [ng-click*='claim']"));
            browser.click(By.xpath("//jg-choice[@name='opinion']//label[contains(., '修改后同意')]"));
            browser.type(By.cssSelector("jg-text[name=reviewer] input"), "沈毅");
            browser.picture("opinion-form");

            browser.click(COMPLETE);
            browser.seeText(By.cssSelector(".jg-summary"), "盖章意见书");

            browser.type(
                    By.xpath(
                            "(//jg-table[@name='conditions']//tbody//*[self::textarea or self::input[@type='text']])[1]"),
                    "消防车道净宽不小于4米");
            browser.click(By.xpath("//jg-table[@name='conditions']//button[contains(., '添加一行')]"));
            browser.type(
                    By.xpath(
                            "(//jg-table[@name='conditions']//tbody//*[self::textarea or self::input[@type='text']])[2]"),
                    "增设室外消火栓两处");
            Path page = Files.createTempFile("网页", ".pdf");
            Files.writeString(page, "<html><script>alert(1)</script></html>");
            browser.attach(By.cssSelector("jg-files[name=signedDoc] input[type=file]"), page);
            browser.seeText(By.cssSelector("jg-files[name=signedDoc]"), "只能上传 PDF、JPG、PNG、DOCX、XLSX 文件");
            browser.picture("upload-refused");
            browser.attach(By.cssSelector("jg-files[name=signedDoc] input[type=file]"), scan);
            browser.seeText(By.cssSelector("jg-files[name=signedDoc]"), ".pdf");
            browser.type(By.cssSelector("jg-comment textarea"), "按条件修改后同意");
            browser.script(
                    "const i = document.querySelector('jg-date[name=opinionDate] input'); i.value = '2030-01-01';"
                            + "i.dispatchEvent(new Event('input', {bubbles: true})); i.dispatchEvent(new Event('change', {bubbles: true}));");
            browser.click(COMPLETE);
            browser.seeText(By.cssSelector(".jg-summary"), "出具日期");
            browser.picture("opinion-refused");
            assertThat(browser.see(By.cssSelector("jg-text[name=reviewer] input"))
                            .getDomProperty("value"))
                    .isEqualTo("沈毅");
            assertThat(browser.see(By.cssSelector("jg-comment textarea")).getDomProperty("value"))
                    .isEqualTo("按条件修改后同意");
            assertThat(run.tasks("department-opinion")).extracting(Task::getId).contains(task.getId());

            browser.script(
                    "const i = document.querySelector('jg-date[name=opinionDate] input'); i.value = '';"
                            + "i.dispatchEvent(new Event('input', {bubbles: true})); i.dispatchEvent(new Event('change', {bubbles: true}));");
            browser.click(COMPLETE);
            browser.goneIs(By.cssSelector("jg-choice[name=opinion]"));
            assertThat(run.tasks("department-opinion")).extracting(Task::getId).doesNotContain(task.getId());
        }

        try (Browser office = Browser.open(port, 1280)) {
            office.signIn("jiugai");
            office.go("/cases/" + run.caseNo());
            office.seeText(By.id("review"), "消防车道净宽不小于4米");
            office.seeText(By.id("review"), "增设室外消火栓两处");
            office.seeText(By.id("review"), "修改后同意");
            office.picture("case-page");
        }
    }
}
