package org.jiugai.survey.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.survey.RecognitionForm;
import org.jiugai.survey.Structures;
import org.springframework.stereotype.Component;

@Component
class RecordRecognition implements FormStep<RecognitionForm> {
    private final Structures structures;

    RecordRecognition(Structures structures) {
        this.structures = structures;
    }

    @Override
    public Class<RecognitionForm> form() {
        return RecognitionForm.class;
    }

    @Override
    public void record(RecognitionForm form, Step step) {
        structures.recognise(step.caseId(), form, step.actor());
    }
}
