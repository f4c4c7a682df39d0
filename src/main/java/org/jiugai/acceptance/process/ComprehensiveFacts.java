package org.jiugai.acceptance.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.satisfaction.SatisfactionFigures;
import org.jiugai.satisfaction.SatisfactionSurvey;
import org.springframework.stereotype.Component;

/** What the households said of the renovation; the form begins with it. */
@Component
class ComprehensiveFacts implements TaskFacts {
    private final SatisfactionSurvey survey;

    ComprehensiveFacts(SatisfactionSurvey survey) {
        this.survey = survey;
    }

    @Override
    public String form() {
        return "comprehensive-acceptance";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        Map<CaseCommunity, SatisfactionFigures> figures = survey.ofCase(Step.CASE_ID.get(task));
        SatisfactionFigures total = SatisfactionFigures.total(figures.values());
        List<List<String>> rows = Stream.concat(
                        figures.entrySet().stream()
                                .map(each -> row(each.getKey().name(), each.getValue())),
                        Stream.of(row("合计", total)))
                .toList();
        Sheet sheet = Sheet.of(new Table(
                "居民满意度调查",
                List.of("小区", "户数", "已回答", "满意", "基本满意", "不满意", "满意度"),
                rows,
                total.answers() == 0 ? "还没有居民回答，满意度按其他方式的调查结果填写。" : "填报的满意度高于调查结果的，系统提示合规问题。"));
        return total.percent()
                .map(percent -> sheet.withValue("satisfaction", percent.toPlainString()))
                .orElse(sheet);
    }

    private static List<String> row(String name, SatisfactionFigures figures) {
        return List.of(
                name,
                String.valueOf(figures.households()),
                String.valueOf(figures.answers()),
                String.valueOf(figures.satisfied()),
                String.valueOf(figures.fair()),
                String.valueOf(figures.unsatisfied()),
                figures.shownPercent());
    }
}
