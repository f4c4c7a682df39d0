package org.jiugai.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskCreation;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.Roles;
import org.springframework.stereotype.Component;

/** Says on a task why the renovation office has it: nobody holds the role that the model names. */
@Component
class TaskNote implements TaskCreation {
    private final CaseOfficeLookup lookup;
    private final OrganisationManagement organisation;

    TaskNote(CaseOfficeLookup lookup, OrganisationManagement organisation) {
        this.lookup = lookup;
        this.organisation = organisation;
    }

    @Override
    public void created(DelegateTask task) {
        UserTask model = task.getBpmnModelElementInstance();
        OfferedRole.in(model.getCamundaCandidateGroups())
                .filter(offered -> !offered.role().equals("community"))
                .filter(offered -> lookup.holder(Step.CASE_ID.get(task), offered.role(), offered.level())
                        .isEmpty())
                .ifPresent(offered -> task.setDescription(reason(offered.role())));
    }

    private String reason(String role) {
        String mend = organisation.partyRoles().contains(role) ? "请在案件页“指定参建单位”中指定。" : "请系统管理员登记该单位。";
        return "本案没有单位承担“" + Roles.name(role) + "”，暂由旧改办办理；" + mend;
    }
}
