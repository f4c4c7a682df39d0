package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiugai.Browser;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The webapps under our headers, and out of them through our door, in a real browser. */
@ProcessTest
class WebappsInBrowserTests {
    private static final By MENU =
            By.cssSelector("[cam-widget-header] .account .dropdown-toggle, .account a.dropdown-toggle");
    private static final By SIGN_OUT = By.cssSelector(".account .logout a, li.logout a");

    @Autowired
    private Scenario scenario;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"tasklist, .tasks-list, 待办", "cockpit, .ctn-main, 流程", "admin, .ctn-main, 用户", "welcome, body, 系统管理员"})
    void anAppWorksUnderItsPolicyAndItsSignOutLeadsToTheSignInPage(String app, String where, String text) {
        scenario.withCounty();
        try (Browser browser = Browser.open(port, 1400)) {
            browser.signIn("admin");
            browser.go("/camunda/app/" + app + "/default/");
            browser.see(By.cssSelector(where));
            browser.seeText(By.tagName("body"), text);
            browser.picture("under-policy-" + app);
            assertThat(refusedByPolicy(browser)).isEmpty();
            browser.click(MENU);
            browser.click(SIGN_OUT);
            browser.see(By.id("username"));
            browser.go("/cases");
            browser.waitForAddress("/login");
        }
    }

    @Test
    void aFormOpensUnderThePolicyAndLeadsToTheCaseInAWindowOfItsOwn() {
        CaseRun run = scenario.openCase("JINAN-2024");
        try (Browser browser = Browser.open(port, 1400)) {
            browser.signIn("yunlu");
            browser.go("/camunda/app/tasklist/default/#/?task="
                    + run.task("household-survey").getId());
            browser.seeText(By.cssSelector("jg-header"), run.caseNo());
            browser.picture("under-policy-form");
            assertThat(refusedByPolicy(browser)).isEmpty();
            browser.click(By.cssSelector(".claim, [ng-click*='claim']"));
            browser.goneIs(By.cssSelector(".disabled-form"));
            browser.click(By.cssSelector("jg-header a[target=_blank]"));
            browser.lookAtWindow(2);
            browser.waitForAddress("/cases/" + run.caseNo());
            browser.seeText(By.tagName("h1"), run.caseNo());
        }
    }

    private static List<String> refusedByPolicy(Browser browser) {
        return browser.errors().stream()
                .filter(e -> e.contains("Content Security Policy") || e.contains("Refused") || e.contains("violates"))
                .toList();
    }
}
