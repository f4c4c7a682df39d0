package org.jiugai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;

/** One application on its way, as the people of its offices take it in their browsers. */
final class ApplicationRun {
    static final String STREET = "zhongshi";
    static final String OFFICE = "jiugai";
    static final String LEADERS = "lingdao";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Scenario scenario;
    private final TaskService tasks;
    private final HistoryService history;
    final ProjectApplication application;

    ApplicationRun(Scenario scenario, TaskService tasks, HistoryService history, ProjectApplication application) {
        this.scenario = scenario;
        this.tasks = tasks;
        this.history = history;
        this.application = application;
    }

    /** An application that meets the criteria of every regime. */
    static Map<String, Object> entry() {
        String unique = String.valueOf(System.nanoTime());
        Map<String, Object> entry = new HashMap<>();
        entry.put("projectName", "示例片区" + unique);
        entry.put(
                "communities",
                List.of(
                        Map.of(
                                "name",
                                "甲小区" + unique,
                                "buildYear",
                                1995,
                                "households",
                                60,
                                "buildings",
                                2,
                                "floorArea",
                                "5000.50"),
                        Map.of(
                                "name",
                                "乙小区" + unique,
                                "buildYear",
                                1998,
                                "households",
                                40,
                                "buildings",
                                1,
                                "floorArea",
                                "3000.00")));
        entry.put("households", 100);
        entry.put("buildings", 3);
        entry.put("floorArea", "8000.50");
        entry.put("estimatedInvestment", "2000000.00");
        entry.put(
                "fundSources",
                List.of(
                        Map.of("source", "CITY", "amount", "1500000.00"),
                        Map.of("source", "RESIDENTS", "amount", "500000.00")));
        entry.put("problemCategories", List.of("WATER", "ROAD"));
        entry.put("surveyedHouseholds", 95);
        entry.put("supportingHouseholds", 80);
        entry.put("demolitionPlannedWithinYears", null);
        entry.put("lastRenovatedYear", null);
        entry.put("fitForTotalRebuild", false);
        return entry;
    }

    static Map<String, Object> review(String decision, String tier, String overrideReason) {
        Map<String, Object> review = new HashMap<>();
        review.put("decision", decision);
        review.put("libraryTier", tier);
        if (tier != null) review.put("proposedYear", 2024);
        review.put("overrideReason", overrideReason);
        return review;
    }

    void submit(String person, String form, Map<String, ?> fields) {
        Answer answer = trySubmit(person, form, fields);
        assertThat(answer.status()).as("%s: %s", form, answer.body()).isEqualTo(204);
    }

    Answer trySubmit(String person, String form, Map<String, ?> fields) {
        Task task = task(form);
        String path = "/camunda/api/engine/engine/default/task/" + task.getId();
        if (task.getAssignee() == null) {
            Answer claimed = scenario.signedIn(person).post(path + "/claim", Map.of("userId", person));
            assertThat(claimed.status()).as("claim of %s by %s", form, person).isEqualTo(204);
        }
        Map<String, ?> submission = Map.of("submission", Map.of("type", "String", "value", json(fields)));
        return scenario.signedIn(person).post(path + "/submit-form", Map.of("variables", submission));
    }

    Answer view(String person, String form) {
        return scenario.signedIn(person).get("/api/tasks/" + task(form).getId());
    }

    Task task(String form) {
        List<String> open = new ArrayList<>();
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(application.number())
                .initializeFormKeys()
                .list()) {
            if (task.getFormKey().endsWith("/" + form + ".html")) return task;
            open.add(task.getFormKey());
        }
        throw new AssertionError("no open task " + form + ", but " + open);
    }

    void assertEnded(String endEvent) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(application.number())
                .processDefinitionKey("project-admission")
                .singleResult()
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .count())
                .as(endEvent)
                .isOne();
    }

    private static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
