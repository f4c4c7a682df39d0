package org.jiugai.warranty.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
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
            Sheet sheet = Sheet.of(new Table(
                    "报修内容",
                    List.of("报修日期", "部位", "描述", "紧急", "竣工验收合格日", "已催告(次)"),
                    List.of(List.of(
                            defect.reportedOn().toString(),
                            defect.location(),
                            defect.description(),
                            defect.urgent() ? "是" : "否",
                            defect.acceptedOn().toString(),
                            String.valueOf(defect.reminders()))),
                    "法定保修期：防水防渗、外墙保温5年；供热供冷2个采暖期、供冷期；电气管线、给排水、设备安装、装修2年；主体结构为合理使用年限。"));
            return form.equals("dispatch-repair") ? sheet.withValue("urgent", defect.urgent()) : sheet;
        }
    }
}
