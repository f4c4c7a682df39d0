package org.jiugai.satisfaction;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What households think of the renovation, on the case page. */
@Component
class SatisfactionPanel implements CasePanel {
    private final SatisfactionSurvey survey;
    private final CaseManagement cases;

    SatisfactionPanel(SatisfactionSurvey survey, CaseManagement cases) {
        this.survey = survey;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 690;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        SatisfactionFigures total = survey.total(caseId);
        if (total.answers() == 0 && !survey.isOpen(caseId)) return null;
        return new Panel(
                "satisfaction",
                "居民满意度",
                List.of(new PanelTable(
                        "满意度调查",
                        List.of("户数", "已回答", "满意", "基本满意", "不满意", "满意度", ""),
                        List.of(List.of(
                                total.households(),
                                total.answers(),
                                total.satisfied(),
                                total.fair(),
                                total.unsatisfied(),
                                total.shownPercent(),
                                CasePanel.page(cases.get(caseId).caseNo(), "satisfaction", "查看"))))));
    }
}
