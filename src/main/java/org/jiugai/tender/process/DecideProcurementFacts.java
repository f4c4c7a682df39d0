package org.jiugai.tender.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.tender.ProcurementManagement;
import org.springframework.stereotype.Component;

/** Task 28 shows the investment and which packages of the county may be joined. */
@Component
class DecideProcurementFacts implements TaskFacts {
    private final ProcurementManagement procurement;

    DecideProcurementFacts(ProcurementManagement procurement) {
        this.procurement = procurement;
    }

    @Override
    public String form() {
        return "decide-procurement";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        List<ProcurementManagement.OpenPackage> open = procurement.openPackages(caseId);
        return Sheet.of(
                        new Table(
                                "本案",
                                List.of("总投资（元）", "必须签订的合同"),
                                List.of(List.of(
                                        procurement.investment(caseId).shown(),
                                        procurement.needsSupervision(caseId) ? "施工（或EPC）、监理" : "施工（或EPC）"))),
                        new Table(
                                "可以并入的标段",
                                List.of("编号", "名称", "类型", "现有估算价（元）"),
                                open.stream()
                                        .map(p -> List.of(
                                                p.packageNo(),
                                                p.name(),
                                                p.type().label(),
                                                p.estimate().shown()))
                                        .toList(),
                                "招标文件发出后不能再并入。"))
                .withOptions(
                        "openPackages",
                        open.stream()
                                .map(p -> new Option(String.valueOf(p.packageId()), p.packageNo() + " " + p.name()))
                                .toList());
    }
}
