package org.jiugai.inbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jiugai.casefile.CaseHeader;
import org.jiugai.documents.StoredDocument;
import org.jiugai.documents.UploadRules;
import org.jiugai.engine.OpenTask;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a form in Tasklist asks of the server; only candidates of the task are answered. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
class TaskApi {
    private final OpenTask tasks;
    private final TaskHeaders headers;
    private final TaskSupport support;

    TaskApi(OpenTask tasks, TaskHeaders headers, TaskSupport support) {
        this.tasks = tasks;
        this.headers = headers;
        this.support = support;
    }

    @GetMapping
    TaskView view(@PathVariable String taskId, Principal person) {
        return tasks.read(taskId, person.getName(), task -> {
            TaskFacts.Sheet sheet = support.sheet(task);
            return new TaskView(
                    taskId,
                    task.getName(),
                    headers.of(task),
                    support.today(),
                    sheet.facts().stream().map(FactTable::of).toList(),
                    sheet.values(),
                    sheet.options(),
                    support.documents().rules(),
                    support.drafts()
                            .find(taskId, person.getName())
                            .map(support::json)
                            .orElse(null));
        });
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String taskId, @RequestBody JsonNode model, Principal person) {
        tasks.read(taskId, person.getName(), DelegateTask::getId);
        support.drafts().keep(taskId, person.getName(), model.toString());
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String taskId, Principal person) {
        support.drafts().discard(taskId, person.getName());
    }

    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@PathVariable String taskId, @RequestParam MultipartFile file, Principal person)
            throws IOException {
        long caseId = caseOf(taskId, person);
        String name = file.getOriginalFilename() == null ? "附件" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return Uploaded.of(support.store(caseId, name, content, person.getName(), offices(taskId, person)));
        }
    }

    private List<String> offices(String taskId, Principal person) {
        return tasks.read(taskId, person.getName(), task -> task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
    }

    private long caseOf(String taskId, Principal person) {
        Long caseId = tasks.read(taskId, person.getName(), task -> Optional.ofNullable(Step.CASE_ID.find(task)))
                .orElse(null);
        if (caseId == null) throw new RuleViolation("inbox.noCase", "该事项尚未立案，不能上传附件");
        return caseId;
    }

    record TaskView(
            String taskId,
            String name,
            CaseHeader header,
            LocalDate today,
            List<FactTable> facts,
            Map<String, Object> values,
            Map<String, List<TaskFacts.Option>> options,
            UploadRules uploads,
            @Nullable JsonNode draft) {}

    /** A table as the form's elements read it: a key for each column. */
    record FactTable(String title, List<Column> columns, List<Map<String, String>> rows, String note) {
        static FactTable of(TaskFacts.Table table) {
            List<Column> columns = IntStream.range(0, table.columns().size())
                    .mapToObj(i -> new Column("c" + i, table.columns().get(i)))
                    .toList();
            List<Map<String, String>> rows = table.rows().stream()
                    .map(row ->
                            IntStream.range(0, row.size()).boxed().collect(Collectors.toMap(i -> "c" + i, row::get)))
                    .toList();
            return new FactTable(table.title(), columns, rows, table.note());
        }
    }

    record Column(String key, String label) {}

    record Uploaded(String id, String name, long size, String sha256, String url) {
        static Uploaded of(StoredDocument stored) {
            return new Uploaded(
                    stored.id().toString(),
                    stored.originalName(),
                    stored.size(),
                    stored.sha256(),
                    "/documents/" + stored.id());
        }
    }
}
