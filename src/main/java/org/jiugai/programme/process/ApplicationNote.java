package org.jiugai.programme.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.engine.TaskCreation;
import org.jiugai.organisation.Roles;
import org.jiugai.programme.ApplicationOffices;
import org.springframework.stereotype.Component;

/** Says on an application's task why the renovation office has it: nobody holds the role that the model names. */
@Component
class ApplicationNote implements TaskCreation {
    private static final Pattern ROLE = Pattern.compile("applicants\\.holding\\(execution,\\s*'([a-z-]+)'\\)");
    private final ApplicationOffices offices;

    ApplicationNote(ApplicationOffices offices) {
        this.offices = offices;
    }

    @Override
    public void created(DelegateTask task) {
        UserTask model = task.getBpmnModelElementInstance();
        String groups = model.getCamundaCandidateGroups();
        Matcher role = ROLE.matcher(groups == null ? "" : groups);
        if (!role.find()) return;
        if (offices.find(AdmissionProcess.APPLICATION_ID.get(task), role.group(1))
                .isEmpty()) {
            task.setDescription("没有单位承担“" + Roles.name(role.group(1)) + "”，暂由旧改办办理；请系统管理员登记该单位。");
        }
    }
}
