package org.jiugai.consultation.process;

import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.consultation.ConsultationManagement.Course;
import org.jiugai.consultation.PlanForm;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecordPlan implements FormStep<PlanForm> {
    private final PlanManagement plans;
    private final ConsultationManagement consultation;

    RecordPlan(PlanManagement plans, ConsultationManagement consultation) {
        this.plans = plans;
        this.consultation = consultation;
    }

    @Override
    public Class<PlanForm> form() {
        return PlanForm.class;
    }

    @Override
    public void record(PlanForm form, Step step) {
        long communityId = step.get(ConsultationProcess.COMMUNITY_ID);
        plans.submit(step.caseId(), communityId, form, step.actor());
        Course course = consultation.course(step.caseId(), communityId);
        step.set(ConsultationProcess.NOTICE_DUE, course.noticeDue());
        step.set(ConsultationProcess.COUNCIL_DUE, course.councilDue());
        step.set(ConsultationProcess.NEXT_ROUND_DUE, course.nextRoundDue());
        step.set(ConsultationProcess.VOTE_DUE, course.voteDue());
        step.set(ConsultationProcess.VOTE_OUTCOME, "NOT_REQUIRED");
        step.set(ConsultationProcess.REVISION_DUE, false);
    }
}
