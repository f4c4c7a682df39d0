package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jiugai.Browser;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The history in Cockpit and on our own page, in a real browser, on a finished and on a running case full of hostile texts. A custom script
 * that fails leaves all of Cockpit blank: then nothing here is found.
 */
@ProcessTest
class ChronicleInBrowserTests {
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final By STORY = By.cssSelector(".jg-story .jg-heading");
    private static final By TAKEN = By.cssSelector(".jg-stage g.flow.jg-taken");
    private static final By NAVIGATION = By.cssSelector("a[href='#/history']");

    @Autowired
    Scenario scenario;

    @Autowired
    HistoryService history;

    @LocalServerPort
    int port;

    @Test
    void theAuditorReadsAFinishedCaseInCockpit() {
        CaseRun run = WalkedCases.finished(scenario);
        try (Browser browser = auditor()) {
            browser.go(COCKPIT);
            browser.see(By.cssSelector(".ctn-main"));
            browser.click(NAVIGATION);
            browser.seeText(By.cssSelector(".jg-found"), "共");
            browser.type(By.name("caseNo"), run.caseNo());
            browser.click(By.cssSelector(".jg-search button[type=submit]"));
            browser.seeText(By.cssSelector(".jg-count"), "共 1 件");
            browser.picture("chronicle-search");
            browser.click(By.linkText(run.caseNo()));
            browser.see(STORY);
            browser.see(TAKEN);
            browser.picture("chronicle-finished");
            seeWhatWasDoneAtANode(browser);
            everyTab(browser, "finished");
            finishedInstanceLeadsToItsStory(browser, run);
            assertHarmless(browser);
        }
    }

    private static void seeWhatWasDoneAtANode(Browser browser) {
        browser.click(By.cssSelector(".jg-run[data-process=joint-review]"));
        browser.see(By.cssSelector(".jg-stage g[data-id=userTask_giveOpinion].jg-done"));
        browser.click(By.cssSelector(".jg-stage g[data-id=userTask_giveOpinion]"));
        for (String told : List.of("办理人", "历时", "录入内容", "联审意见", "盖章意见书")) {
            browser.seeText(By.cssSelector(".jg-side"), told);
        }
        browser.picture("chronicle-node");
    }

    /** Cockpit itself cannot show an instance that is over; it leads to our view. */
    private void finishedInstanceLeadsToItsStory(Browser browser, CaseRun run) {
        browser.go(COCKPIT + "#/processes");
        browser.go(COCKPIT + "#/process-instance/" + instance(run, "survey").getId() + "/runtime");
        browser.seeText(STORY, run.caseNo());
        browser.see(By.cssSelector(".jg-run[data-process=survey][aria-pressed=true]"));
        browser.see(TAKEN);
        browser.picture("chronicle-finished-instance");
    }

    @Test
    void aRunningCaseIsReplayedOnItsPageAndItsLateRecordsComeFirst() {
        CaseRun run = WalkedCases.running(scenario);
        try (Browser browser = auditor()) {
            browser.go("/cases/" + run.caseNo());
            browser.click(By.id("chronicle-link"));
            browser.see(STORY);
            browser.click(By.cssSelector(".jg-run[data-process=joint-review]"));
            browser.see(By.cssSelector(".jg-stage g[data-id=userTask_giveOpinion].jg-open"));
            browser.picture("chronicle-running");
            int whole = browser.all(TAKEN).size();
            browser.script(
                    """
                    const range = document.querySelector('.jg-range');
                    range.value = 8;
                    range.dispatchEvent(new Event('input'));""");
            browser.seeText(By.cssSelector(".jg-now"), "9/");
            browser.see(By.cssSelector(".jg-run[data-process=survey][aria-pressed=true]"));
            browser.see(By.cssSelector(".jg-stage g[data-id=userTask_householdSurvey]"));
            browser.until("return document.querySelectorAll('.jg-stage g.flow.jg-taken').length < arguments[0]", whole);
            assertThat(browser.all(By.cssSelector(".jg-run:disabled"))).isNotEmpty();
            browser.picture("chronicle-replay");
            browser.click(By.cssSelector(".jg-late-link"));
            browser.seeText(By.cssSelector(".jg-timeline"), "补录 晚13天");
            browser.seeText(By.cssSelector(".jg-timeline"), WalkedCases.HOSTILE);
            browser.picture("chronicle-late");
            everyTab(browser, "running");
            assertHarmless(browser);
        }
    }

    @Test
    void cockpitShowsHowAProcessEndsAndWhereItWaits() {
        CaseRun run = WalkedCases.finished(scenario);
        CaseRun running = WalkedCases.running(scenario);
        try (Browser browser = auditor()) {
            browser.go(COCKPIT + "#/process-definition/"
                    + instance(run, "warranty").getProcessDefinitionId() + "/runtime");
            browser.click(By.xpath("//a[normalize-space()='已办结']"));
            browser.seeText(By.cssSelector(".jg-statistics"), "历时中位数");
            browser.see(By.cssSelector(".jg-statistics .jg-badge"));
            browser.picture("chronicle-statistics");
            browser.click(By.cssSelector("[data-heat=waited]"));
            browser.see(By.cssSelector("[data-heat=waited][aria-pressed=true]"));
            browser.script("document.querySelector('.jg-diagram').scrollIntoView()");
            browser.picture("chronicle-heat");
            browser.go(COCKPIT + "#/processes");
            browser.go(COCKPIT + "#/process-instance/"
                    + instance(running, "joint-review").getId() + "/runtime");
            browser.click(By.xpath("//a[normalize-space()='案件经过']"));
            browser.click(By.cssSelector(".jg-story-link"));
            browser.seeText(STORY, running.caseNo());
            browser.see(By.cssSelector(".jg-stage g.jg-open"));
            assertHarmless(browser);
        }
    }

    @Test
    void aTaskLeadsToTheStoryOfItsCase() {
        CaseRun run = WalkedCases.running(scenario);
        try (Browser browser = Browser.open(port, 1400)) {
            browser.be(scenario.signedIn("gongan"));
            String task = run.tasks("department-opinion").stream()
                    .filter(each -> run.candidate(each, person -> false).equals("gongan"))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            browser.go("/camunda/app/tasklist/default/#/?task=" + task);
            browser.see(By.cssSelector("jg-header .jg-story-link"));
            browser.picture("chronicle-link-in-tasklist");
            browser.click(By.cssSelector(".task-actions .jg-chronicle"));
            browser.lookAtWindow(2);
            browser.seeText(STORY, run.caseNo());
            browser.see(By.cssSelector(".jg-run[data-process=joint-review][aria-pressed=true]"));
            assertThat(browser.all(By.cssSelector("[data-tab=variables]"))).isEmpty();
        }
    }

    private static void everyTab(Browser browser, String name) {
        for (String tab : List.of("timeline", "people", "decisions", "variables", "operations", "versions", "files")) {
            browser.click(By.cssSelector("[data-tab=" + tab + "]"));
            browser.see(By.cssSelector(".jg-panel table, .jg-panel p.jg-quiet:not([role=status])"));
            assertThat(browser.all(By.cssSelector(".jg-panel .jg-alert")))
                    .as(tab)
                    .isEmpty();
            browser.picture("chronicle-" + name + "-" + tab);
        }
    }

    private HistoricProcessInstance instance(CaseRun run, String process) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(run.caseNo())
                .processDefinitionKey(process)
                .singleResult();
    }

    private Browser auditor() {
        Browser browser = Browser.open(port, 1500);
        browser.be(scenario.signedIn("shenji"));
        return browser;
    }

    /** Nothing that somebody typed ran or became an element, and no policy had to stop it. */
    private static void assertHarmless(Browser browser) {
        assertThat(browser.all(By.cssSelector(".jg-story img"))).isEmpty();
        assertThat(browser.errors())
                // the browser's own view of the picture, and Cockpit asking whether the instance still runs
                .filteredOn(error -> !error.contains("/favicon.ico") && !error.contains("/default/process-instance/"))
                .isEmpty();
    }
}
