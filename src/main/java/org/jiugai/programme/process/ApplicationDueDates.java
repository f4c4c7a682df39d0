package org.jiugai.programme.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.engine.TaskCreation;
import org.jiugai.programme.ApplicationOffices;
import org.springframework.stereotype.Component;

/** A task of an application whose due date is provisional is remembered, as those of cases are. */
@Component
class ApplicationDueDates implements TaskCreation {
    private static final Pattern STEP = Pattern.compile("applicants\\.due\\(execution,\\s*'([a-z-]+)'\\)");
    private final ApplicationOffices offices;

    ApplicationDueDates(ApplicationOffices offices) {
        this.offices = offices;
    }

    @Override
    public void created(DelegateTask task) {
        UserTask model = task.getBpmnModelElementInstance();
        String dueDate = model.getCamundaDueDate();
        Matcher step = STEP.matcher(dueDate == null ? "" : dueDate);
        if (!step.find()) return;
        offices.remember(AdmissionProcess.APPLICATION_ID.get(task), step.group(1), ProvisionalDates.task(task.getId()));
    }
}
