package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiugai.Browser;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The history in Cockpit and on our own page, in a real browser, on a finished and on a running case full of hostile texts. */
@ProcessTest
class ChronicleInBrowserTests {
    private static final By STORY = By.cssSelector(".jg-story .jg-heading");
    private static final By TAKEN = By.cssSelector(".jg-stage g.flow.jg-taken");

    @Autowired
    Scenario scenario;

    @LocalServerPort
    int port;

    @Test
    void theAuditorReadsAFinishedCaseInCockpit() {
        CaseRun run = WalkedCases.finished(scenario);
        try (Browser browser = auditor()) {
            browser.go("/camunda/app/cockpit/default/");
            browser.see(By.cssSelector(".ctn-main"));
            browser.click(By.xpath("//nav//a[normalize-space()='历史'] | //header//a[normalize-space()='历史']"));
            browser.seeText(By.cssSelector(".jg-found"), run.caseNo());
            browser.picture("chronicle-search");
            browser.type(By.name("caseNo"), run.caseNo());
            browser.click(By.cssSelector(".jg-search button[type=submit]"));
            browser.seeText(By.cssSelector(".jg-count"), "共 1 件");
            browser.click(By.linkText(run.caseNo()));
            browser.see(STORY);
            browser.see(By.cssSelector(".jg-stage svg"));
            assertThat(browser.all(TAKEN)).hasSizeGreaterThan(10);
            browser.picture("chronicle-finished");
            browser.click(By.cssSelector(".jg-run[data-process=joint-review]"));
            browser.until("return document.querySelector('.jg-stage g[data-id=userTask_giveOpinion].jg-done') !== null");
            browser.click(By.cssSelector(".jg-stage g[data-id=userTask_giveOpinion]"));
            browser.seeText(By.cssSelector(".jg-side"), "办理人");
            browser.seeText(By.cssSelector(".jg-side"), "联审意见");
            browser.picture("chronicle-node");
            everyTab(browser, "finished");
            assertHarmless(browser);
        }
    }

    @Test
    void dumps() {
        CaseRun run = WalkedCases.running(scenario);
        try (Browser browser = auditor()) {
            browser.go("/cases/" + run.caseNo() + "/chronicle");
            browser.see(STORY);
            browser.see(By.cssSelector(".jg-stage svg"));
            browser.picture("chronicle-running");
            browser.click(By.cssSelector(".jg-run[data-process=joint-review]"));
            browser.see(By.cssSelector(".jg-stage g.jg-open"));
            browser.picture("chronicle-running-review");
            browser.script("const r = document.querySelector('.jg-range'); r.value = 8; r.dispatchEvent(new Event('input'))");
            browser.seeText(By.cssSelector(".jg-now"), "9/");
            browser.quiet();
            browser.picture("chronicle-replay");
            everyTab(browser, "running");
            assertHarmless(browser);
            String finished = browser.script("return 1").toString();
            String instance = scenario.jdbc.sql("select id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'survey'").param(run.caseNo()).query(String.class).single();
            browser.go("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
            browser.see(STORY);
            browser.quiet();
            browser.picture("chronicle-finished-instance");
            String open = scenario.jdbc.sql("select id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'joint-review'").param(run.caseNo()).query(String.class).single();
            browser.go("/camunda/app/cockpit/default/#/process-instance/" + open + "/runtime");
            browser.click(By.xpath("//a[normalize-space()='案件经过']"));
            browser.see(By.cssSelector(".jg-story-link"));
            browser.picture("chronicle-instance-tab");
            String definition = scenario.jdbc.sql("select id_ from act_re_procdef where key_ = 'consultation'").query(String.class).single();
            browser.go("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
            browser.click(By.xpath("//a[normalize-space()='已办结']"));
            browser.see(By.cssSelector(".jg-statistics .jg-badge"));
            browser.picture("chronicle-statistics");
            browser.click(By.cssSelector("[data-heat=waited]"));
            browser.picture("chronicle-statistics-waited");
        }
    }

    private void everyTab(Browser browser, String name) {
        for (String tab : List.of("timeline", "people", "decisions", "variables", "operations", "versions", "files")) {
            browser.click(By.cssSelector("[data-tab=" + tab + "]"));
            browser.see(By.cssSelector(".jg-panel table, .jg-panel .jg-quiet"));
            browser.goneIs(By.cssSelector(".jg-panel [role=status]"));
            assertThat(browser.all(By.cssSelector(".jg-panel .jg-alert"))).isEmpty();
            browser.picture("chronicle-" + name + "-" + tab);
        }
    }

    private Browser auditor() {
        Browser browser = Browser.open(port, 1500);
        browser.be(scenario.signedIn("shenji"));
        return browser;
    }

    /** Nothing that somebody typed ran, and no policy had to stop it. */
    private static void assertHarmless(Browser browser) {
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.all(By.cssSelector(".jg-story img"))).isEmpty();
    }
}
