package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.ExpertForm;
import org.jiugai.review.OpinionManagement;
import org.jiugai.review.Request;
import org.springframework.stereotype.Component;

/** 登记专家意见. */
@Component
class RecordExperts implements FormStep<ExpertForm> {
    private final OpinionManagement opinions;
    private final ReviewFigures figures;

    RecordExperts(OpinionManagement opinions, ReviewFigures figures) {
        this.opinions = opinions;
        this.figures = figures;
    }

    @Override
    public Class<ExpertForm> form() {
        return ExpertForm.class;
    }

    @Override
    public void record(ExpertForm form, Step step) {
        Request experts = figures.experts(step.get(ReviewProcess.ROUND_ID));
        opinions.giveAsExperts(experts.id(), form, step.actor());
    }
}
