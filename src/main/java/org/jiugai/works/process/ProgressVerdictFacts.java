package org.jiugai.works.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.works.Progress;
import org.jiugai.works.ProgressManagement;
import org.jiugai.works.ProgressManagement.ReportView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The report in question, for the supervisor and for the employer. */
@Configuration(proxyBeanMethods = false)
class ProgressVerdictFacts {
    @Bean
    TaskFacts verificationFacts(ProgressManagement progress) {
        return new OfReport("verify-progress", progress);
    }

    @Bean
    TaskFacts confirmationFacts(ProgressManagement progress) {
        return new OfReport("confirm-progress", progress);
    }

    private record OfReport(String form, ProgressManagement progress) implements TaskFacts {
        @Override
        public Sheet sheet(VariableScope task) {
            ReportView report = progress.view(ConstructionProcess.REPORT_ID.get(task));
            Progress proposed = report.verified().orElse(report.reported());
            return Sheet.of(
                            summary(
                                    report,
                                    progress.confirmed(Step.CASE_ID.get(task)).orElse(null)),
                            new Table(
                                    "分项完成情况",
                                    List.of("分项工程", "权重(%)", "累计完成(%)"),
                                    report.items().stream()
                                            .map(i -> List.of(
                                                    i.item(),
                                                    i.weight().toPlainString(),
                                                    i.done().toPlainString()))
                                            .toList()))
                    .withValue("verifiedPct", proposed.percent())
                    .withValue("verifiedValue", proposed.value().yuan());
        }

        private static Table summary(ReportView report, @org.jspecify.annotations.Nullable Progress confirmed) {
            return new Table(
                    "本期填报 " + report.from() + " 至 " + report.to(),
                    List.of("", "累计进度", "累计产值(元)"),
                    List.of(
                            row("施工单位填报", report.reported()),
                            row("监理单位审核", report.verified().orElse(null)),
                            row("上次确认", confirmed)),
                    report.correctionNote().isEmpty() ? "" : "施工单位更正说明：" + report.correctionNote());
        }

        private static List<String> row(String who, @org.jspecify.annotations.Nullable Progress progress) {
            return progress == null
                    ? List.of(who, "尚无", "尚无")
                    : List.of(who, progress.percent() + "%", progress.value().shown());
        }
    }
}
