package org.jiugai.works.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.kernel.Money;
import org.jiugai.works.ProgressManagement;
import org.springframework.stereotype.Component;

/** The last confirmed progress, to be carried on. */
@Component
class ProgressReportFacts implements TaskFacts {
    private final ProgressManagement progress;

    ProgressReportFacts(ProgressManagement progress) {
        this.progress = progress;
    }

    @Override
    public String form() {
        return "progress-report";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        Sheet sheet = Sheet.of(new Table(
                "上期已确认",
                List.of("累计进度", "累计产值(元)", "合同价(元)", "本期起始日"),
                List.of(List.of(
                        progress.confirmed(caseId).map(p -> p.percent() + "%").orElse("尚无"),
                        progress.confirmed(caseId).map(p -> p.value().shown()).orElse("尚无"),
                        progress.contractPrice(caseId).map(Money::shown).orElse("未登记"),
                        progress.nextPeriodFrom(caseId).toString()))));
        List<Map<String, String>> items = progress.lastItems(caseId).stream()
                .map(i -> Map.of(
                        "item",
                        i.item(),
                        "weight",
                        i.weight().toPlainString(),
                        "done",
                        i.done().toPlainString()))
                .toList();
        return items.isEmpty() ? sheet : sheet.withValue("items", items);
    }
}
