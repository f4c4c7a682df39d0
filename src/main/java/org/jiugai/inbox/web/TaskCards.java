package org.jiugai.inbox.web;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jiugai.casefile.CaseHeader;
import org.jiugai.engine.OpenTask;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the cards of Tasklist's list say beyond the task's name. */
@RestController
class TaskCards {
    private static final int MOST = 50;
    private final OpenTask tasks;
    private final TaskHeaders headers;

    TaskCards(OpenTask tasks, TaskHeaders headers) {
        this.tasks = tasks;
        this.headers = headers;
    }

    /** A card for each of these tasks that is open for the person; the others are left out. */
    @GetMapping("/api/task-cards")
    List<Card> cards(@RequestParam List<String> ids, Principal person) {
        return ids.stream()
                .limit(MOST)
                .map(id -> card(id, person.getName()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Card> card(String taskId, String person) {
        try {
            return Optional.of(tasks.read(taskId, person, task -> Card.of(taskId, headers.of(task))));
        } catch (RuleViolation notOpenForThisPerson) {
            return Optional.empty();
        }
    }

    record Card(String taskId, String caseNo, String caseName, @Nullable String dueDate, String dueColour) {
        static Card of(String taskId, CaseHeader header) {
            return new Card(taskId, header.caseNo(), header.caseName(), header.dueDate(), header.dueColour());
        }
    }
}
