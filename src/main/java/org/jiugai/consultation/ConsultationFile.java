package org.jiugai.consultation;

import org.springframework.stereotype.Component;

/** The rows of a consultation together. */
@Component
record ConsultationFile(Rounds rounds, Plans plans, Councils councils, FinalPlans finals) {}
