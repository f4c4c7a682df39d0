package org.jiugai.survey.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.kernel.Share;
import org.jiugai.survey.SurveyManagement;
import org.jiugai.survey.SurveyManagement.Counts;
import org.springframework.stereotype.Component;

/** The totals of the household visits. */
@Component
class NeedSummaryFacts implements TaskFacts {
    private final SurveyManagement surveys;

    NeedSummaryFacts(SurveyManagement surveys) {
        this.surveys = surveys;
    }

    @Override
    public String form() {
        return "need-summary";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        Counts counts = surveys.counts(Step.CASE_ID.get(task));
        return Sheet.of(new Table(
                        "入户调查合计",
                        List.of("户数", "已调查", "支持", "未联系上", "覆盖率"),
                        List.of(List.of(
                                String.valueOf(counts.households()),
                                String.valueOf(counts.surveyed()),
                                String.valueOf(counts.supporting()),
                                String.valueOf(counts.notReached()),
                                counts.households() == 0
                                        ? "—"
                                        : Share.ratio(counts.surveyed(), counts.households())
                                                        .percent()
                                                + "%"))))
                .withValue("surveyed", counts.surveyed())
                .withValue("supportCount", counts.supporting());
    }
}
