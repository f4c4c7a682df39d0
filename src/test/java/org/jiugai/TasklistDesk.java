package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Officials at their tasks in Tasklist, one after the other at the same screen: each finds his task, claims it, types, and sends it. */
final class TasklistDesk implements AutoCloseable {
    private static final By SEND = By.cssSelector("button[type=submit].btn-primary");
    private static final By CLAIM = By.cssSelector(".claim, [ng-click*='claim']");
    private static final By HEADER = By.cssSelector("jg-header");
    private static final By SUMMARY = By.cssSelector(".jg-summary");

    private final Browser browser;
    private final Scenario scenario;
    private final CaseRun run;

    TasklistDesk(int port, Scenario scenario, CaseRun run) {
        this.browser = Browser.open(port, 1400);
        this.scenario = scenario;
        this.run = run;
    }

    Browser browser() {
        return browser;
    }

    /** Opens the oldest task with this form as its first candidate. */
    Open open(String form) {
        Task task = run.task(form);
        browser.be(scenario.signedIn(run.candidate(task, p -> false)));
        browser.go("/camunda/app/tasklist/default/#/?task=" + task.getId());
        browser.seeText(HEADER, run.caseNo());
        browser.click(CLAIM);
        browser.until("return !document.querySelector(\"form[name='form'] [disabled], fieldset[disabled]\")");
        return new Open(form, task);
    }

    /** Does the task as a clerk without objections would. */
    void agree(String form) {
        agree(form, Map.of());
    }

    /** The same, with other words in some fields. */
    void agree(String form, Map<String, ?> differently) {
        Open task = open(form);
        task.type(run.fields(form, differently));
        browser.picture("tasklist-" + form);
        task.send();
    }

    @Override
    public void close() {
        browser.close();
    }

    /** A task that somebody has before him. */
    final class Open {
        private final String form;
        private final Task task;

        private Open(String form, Task task) {
            this.form = form;
            this.task = task;
        }

        /** Types into every field of this name that he may write in. */
        void type(Map<String, ?> fields) {
            fields.forEach((name, value) -> {
                List<WebElement> found = browser.all(By.cssSelector("form [name='" + name + "']"));
                for (WebElement field : found) {
                    if (field.getTagName().equals("jg-table")) table(name, (List<?>) value);
                    else if (field.getTagName().startsWith("jg-")) field(field, kind(field.getTagName()), value);
                }
            });
        }

        /** Adds a file to a cell of a table. */
        void attach(String table, int row, String column) {
            attach(cell(table, row, column));
        }

        /** Sends it and sees it go. */
        void send() {
            browser.click(SEND);
            browser.until(
                    """
                    const said = [...document.querySelectorAll('.jg-summary')].some((e) => e.offsetParent && e.textContent.trim());
                    return said || !document.querySelector('jg-header');""");
            assertThat(browser.all(SUMMARY).stream()
                            .filter(WebElement::isDisplayed)
                            .map(WebElement::getText)
                            .toList())
                    .as(form)
                    .isEmpty();
            assertThat(run.tasks(form)).extracting(Task::getId).doesNotContain(task.getId());
        }

        /** Sends it and is refused with this; the task stays. */
        void refused(String... reasons) {
            browser.click(SEND);
            for (String reason : reasons) browser.seeText(SUMMARY, reason);
            assertThat(run.tasks(form)).extracting(Task::getId).contains(task.getId());
        }

        private void table(String name, List<?> rows) {
            By add = By.xpath("//jg-table[@name='" + name + "']//button[contains(., '添加一行')]");
            while (rowsOf(name).size() < rows.size()) browser.click(add);
            List<WebElement> columns = browser.all(By.cssSelector("jg-table[name='" + name + "'] jg-column"));
            for (int row = 0; row < rows.size(); row++) {
                Map<?, ?> values = (Map<?, ?>) rows.get(row);
                for (int column = 0; column < columns.size(); column++) {
                    WebElement head = columns.get(column);
                    Object value = values.get(head.getDomAttribute("name"));
                    if (value != null)
                        field(cells(name, row).get(column), String.valueOf(head.getDomAttribute("type")), value);
                }
            }
        }

        private WebElement cell(String table, int row, String column) {
            List<String> columns = browser.all(By.cssSelector("jg-table[name='" + table + "'] jg-column")).stream()
                    .map(head -> head.getDomAttribute("name"))
                    .toList();
            return cells(table, row).get(columns.indexOf(column));
        }

        private List<WebElement> cells(String table, int row) {
            return rowsOf(table).get(row).findElements(By.cssSelector("td"));
        }

        private List<WebElement> rowsOf(String table) {
            return browser.all(By.cssSelector("jg-table[name='" + table + "'] tbody tr"));
        }

        private static String kind(String tag) {
            return tag.substring("jg-".length());
        }

        private void field(WebElement where, String kind, Object value) {
            if (where.findElements(By.cssSelector(
                            "input:enabled:not([readonly]), select:enabled, textarea:enabled:not([readonly])"))
                    .isEmpty()) return;
            switch (kind) {
                case "readonly" -> {}
                case "date", "datetime" -> set(input(where), value);
                case "choice", "bool", "checks" -> choose(where, value instanceof List<?> many ? many : List.of(value));
                case "files" -> ((List<?>) value).forEach(one -> attach(where));
                default -> write(input(where), String.valueOf(value));
            }
        }

        private WebElement input(WebElement where) {
            return where.findElement(By.cssSelector("input, textarea, select"));
        }

        private void write(WebElement input, String text) {
            if (Objects.equals(input.getDomProperty("value"), text)) return;
            browser.script("arguments[0].scrollIntoView({block: 'center'})", input);
            input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
        }

        /** What a calendar would put in; typing a date depends on the language of the browser. */
        private void set(WebElement input, Object value) {
            browser.script(
                    "arguments[0].value = arguments[1]; for (const type of ['input', 'change']) arguments[0].dispatchEvent(new Event(type, {bubbles: true}))",
                    input,
                    String.valueOf(value));
        }

        private void choose(WebElement where, List<?> values) {
            List<WebElement> lists = where.findElements(By.cssSelector("select"));
            if (!lists.isEmpty()) {
                new Select(lists.get(0)).selectByValue(String.valueOf(values.get(0)));
                return;
            }
            List<String> meant = meant(where);
            List<WebElement> boxes = where.findElements(By.cssSelector("input"));
            for (Object value : values) {
                WebElement box = boxes.get(meant.indexOf(String.valueOf(value)));
                browser.script("arguments[0].scrollIntoView({block: 'center'})", box);
                if (!box.isSelected()) box.click();
            }
        }

        /** The values of the boxes in their order: those of the form, those that the server offers, or yes and no. */
        private List<String> meant(WebElement where) {
            String own = where.getDomAttribute("options");
            if (own != null) {
                return Arrays.stream(own.split("\\|"))
                        .map(option -> option.substring(0, option.indexOf(':')))
                        .toList();
            }
            String offered = where.getDomAttribute("options-from");
            if (offered == null) return List.of("true", "false");
            List<String> values = new ArrayList<>();
            run.view(form)
                    .json()
                    .path("options")
                    .path(offered)
                    .forEach(option -> values.add(option.path("value").asText()));
            return values;
        }

        private void attach(WebElement where) {
            int before = where.findElements(By.cssSelector(".jg-file-list li")).size();
            try {
                Path scan = Files.createTempFile("扫描件", ".pdf");
                Files.write(scan, SampleFiles.pdf(scan.toString()));
                input(where).sendKeys(scan.toAbsolutePath().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            browser.until(
                    "return arguments[0].querySelectorAll('.jg-file-list li').length > arguments[1]"
                            + " && !arguments[0].querySelector('.progress, .jg-progress')",
                    where,
                    before);
        }
    }
}
