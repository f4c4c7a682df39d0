package org.jiugai.inbox.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.casefile.CaseHeader;
import org.jiugai.casefile.CaseHeaders;
import org.jiugai.engine.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The header card of a task: of its case, or of what is not yet a case. */
@Component
class TaskHeaders {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final CaseHeaders headers;

    TaskHeaders(CaseHeaders headers) {
        this.headers = headers;
    }

    CaseHeader of(DelegateTask task) {
        Long caseId = Step.CASE_ID.find(task);
        if (caseId != null) return headers.of(caseId, due(task), task.getDescription());
        return headers.withoutCase(
                Objects.requireNonNullElse(task.getExecution().getProcessBusinessKey(), ""),
                task.getName(),
                Objects.requireNonNullElse(task.getTenantId(), ""),
                due(task),
                task.getDescription());
    }

    private static @Nullable LocalDate due(DelegateTask task) {
        return task.getDueDate() == null
                ? null
                : task.getDueDate().toInstant().atZone(SHANGHAI).toLocalDate();
    }
}
