package org.jiugai.warranty.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.warranty.DefectType;
import org.jiugai.warranty.RepairManagement;
import org.jiugai.warranty.RepairManagement.DefectView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reported defect, for everybody who deals with it. */
@Configuration(proxyBeanMethods = false)
class DefectFacts {
    @Bean
    TaskFacts dispatchFacts(RepairManagement repairs) {
        return new OfDefect("dispatch-repair", repairs);
    }

    @Bean
    TaskFacts defectRepairFacts(RepairManagement repairs) {
        return new OfDefect("repair-defect", repairs);
    }

    @Bean
    TaskFacts repairCheckFacts(RepairManagement repairs) {
        return new OfDefect("confirm-repair", repairs);
    }

    private record OfDefect(String form, RepairManagement repairs) implements TaskFacts {
        @Override
        public Sheet sheet(VariableScope task) {
            DefectView defect = repairs.view(WarrantyProcess.DEFECT_ID.get(task));
            Table reported = new Table(
                    "报修内容",
                    List.of("报修日期", "部位", "描述", "紧急", "已催告(次)"),
                    List.of(List.of(
                            defect.reportedOn().toString(),
                            defect.location(),
                            defect.description(),
                            defect.urgent() ? "是" : "否",
                            String.valueOf(defect.reminders()))));
            if (!form.equals("dispatch-repair")) return Sheet.of(reported);
            long caseId = Step.CASE_ID.get(task);
            return Sheet.of(
                            reported,
                            new Table(
                                    "本案各类缺陷的保修期",
                                    List.of("缺陷类型", "保修至"),
                                    Arrays.stream(DefectType.values())
                                            .map(type -> List.of(
                                                    type.label(),
                                                    repairs.warrantyUntil(caseId, type).toString()))
                                            .toList()))
                    .withValue("urgent", defect.urgent());
        }
    }
}
