package org.jiugai.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.Browser;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.springframework.context.ApplicationContext;

/**
 * Somebody who keeps a draft of each form with everything that is typed into it, comments on the task, and looks at both in Tasklist; now
 * and then an administrator looks at the case in Cockpit. Without a browser on the machine there is nothing to see.
 */
final class Watch implements HostileWalk.Visitor, AutoCloseable {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String ADMIN = "/camunda/app/admin/default/#/";
    private final Scenario scenario;
    private final HostileHand hand;
    private final Trap trap;

    private Watch(Scenario scenario, HostileHand hand, Trap trap) {
        this.scenario = scenario;
        this.hand = hand;
        this.trap = trap;
    }

    static Watch of(ApplicationContext beans, HostileHand hand) {
        Scenario scenario = beans.getBean(Scenario.class);
        boolean needed = "required".equals(System.getProperty("jiugai.browser"));
        if (!needed && !Browser.isInstalled()) return new Watch(scenario, hand, null);
        int port = beans.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Trap trap = new Trap(Browser.open(port, 1400));
        Watch watch = new Watch(scenario, hand, trap);
        watch.enterTasklist();
        return watch;
    }

    private void enterTasklist() {
        trap.be(scenario.signedIn(HostileCounty.WATCHER));
        trap.lookLong(TASKLIST);
    }

    @Override
    public void visit(Task task, String person, Class<?> command, Map<String, Object> fields) {
        Client watcher = scenario.signedIn(HostileCounty.WATCHER);
        watcher.put("/api/tasks/" + task.getId() + "/draft", fields);
        watcher.post(
                "/camunda/api/engine/engine/default/task/" + task.getId() + "/comment/create",
                Map.of("message", hand.words("comment", 500)));
        if (trap == null) return;
        Browser browser = trap.browser();
        browser.script(
                "document.querySelectorAll('.jg-content').forEach(c => c.classList.add('jg-old')); location.hash = '#/?task=' + arguments[0];",
                task.getId());
        browser.until("return !!document.querySelector('.jg-content:not([hidden]):not(.jg-old)')");
        trap.note("Tasklist, " + CaseRun.formOf(task));
        if (CaseRun.formOf(task).equals("conclude-review")) {
            history(browser);
            cockpit(task);
            enterTasklist();
        }
    }

    /** The comments stand in the history of the task. */
    private void history(Browser browser) {
        browser.script(
                "[...document.querySelectorAll('.task-details .nav-tabs a')].filter(a => a.textContent.includes('历史')).forEach(a => a.click())");
        browser.quiet();
        trap.note("Tasklist, history");
    }

    private void cockpit(Task task) {
        trap.be(scenario.signedIn(HostileCounty.ADMINISTRATOR));
        String instance = COCKPIT + "process-instance/" + task.getProcessInstanceId() + "/runtime?tab=";
        for (String tab : List.of(
                "variables-tab", "user-tasks-tab", "incidents-tab", "called-process-instances-tab", "jobs-tab")) {
            trap.lookLong(instance + tab);
        }
        trap.lookLong(
                COCKPIT + "process-definition/" + task.getProcessDefinitionId() + "/runtime?tab=process-instances-tab");
        for (String page : List.of("dashboard", "processes", "decisions", "tasks")) trap.lookLong(COCKPIT + page);
        for (String page : List.of("users", "groups", "tenants")) trap.lookLong(ADMIN + page);
    }

    /** Our own pages, of those who may see the case, once it is over. */
    void lookAtPages(CaseRun run) {
        if (trap == null) return;
        trap.be(scenario.signedIn(HostileCounty.WATCHER));
        String page = "/cases/" + run.caseNo();
        for (String path : List.of(
                "/cases",
                page,
                page + "/defects",
                page + "/residents-money",
                page + "/review/entered",
                "/programme",
                "/programme/apply",
                "/programme/import",
                "/policies")) {
            trap.look(path);
        }
        story(page + "/chronicle");
        trap.be(scenario.signedIn(HostileCounty.ADMINISTRATOR));
        story(COCKPIT + "history/" + run.caseNo());
    }

    /** The story of the case with each of its views. */
    private void story(String path) {
        trap.lookLong(path);
        trap.browser().until("return !!document.querySelector('.jg-stage svg')");
        trap.browser()
                .script(
                        "document.querySelectorAll('.jg-stage g.node.jg-done').forEach(n => n.dispatchEvent(new MouseEvent('click', {bubbles: true})));");
        trap.note(path);
        for (String tab : List.of("timeline", "people", "decisions", "variables", "operations", "versions", "files")) {
            trap.browser().script("document.querySelector('[data-tab=" + tab + "]').click()");
            trap.browser()
                    .until(
                            "return !!document.querySelector('.jg-panel table, .jg-panel p.jg-quiet:not([role=status])')");
            trap.note(path + " " + tab);
        }
    }

    List<String> sprung() {
        return trap == null ? List.of() : trap.sprung();
    }

    @Override
    public void close() {
        if (trap != null) trap.close();
    }
}
