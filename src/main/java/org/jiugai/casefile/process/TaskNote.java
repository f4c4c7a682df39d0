package org.jiugai.casefile.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskCreation;
import org.jiugai.policy.Parameters.Level;
import org.jiugai.organisation.Roles;
import org.springframework.stereotype.Component;

/** Says on a task why the renovation office has it: nobody holds the role that the model names. */
@Component
class TaskNote implements TaskCreation {
    private static final Pattern ROLE =
            Pattern.compile("offices\\.(?:holding|seat)\\(execution,\\s*'([a-z-]+)'(?:,\\s*'([A-Z]+)')?\\)");
    private final CaseOfficeLookup lookup;

    TaskNote(CaseOfficeLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void created(DelegateTask task) {
        UserTask model = task.getBpmnModelElementInstance();
        String groups = model.getCamundaCandidateGroups();
        Matcher role = ROLE.matcher(groups == null ? "" : groups);
        if (!role.find() || role.group(1).equals("community")) return;
        Level level = role.group(2) == null ? Level.COUNTY : Level.valueOf(role.group(2));
        if (lookup.holder(Step.CASE_ID.get(task), role.group(1), level).isEmpty()) {
            task.setDescription("本案没有单位承担“" + Roles.name(role.group(1)) + "”，暂由旧改办办理；请系统管理员登记该单位。");
        }
    }
}
