package org.jiugai.programme.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiugai.programme.ApplicationOffices;
import org.springframework.stereotype.Component;

/** {@code ${applicants.…}} in the model: offices and due dates of an application, which has no case yet. */
@Component("applicants")
// public: the expression language calls methods of public classes only
public class Applicants {
    private final ApplicationOffices offices;

    Applicants(ApplicationOffices offices) {
        this.offices = offices;
    }

    /** The office that holds the role for the application: of its street, its county, then the city. */
    public String holding(DelegateExecution execution, String role) {
        return offices.holding(AdmissionProcess.APPLICATION_ID.get(execution), role);
    }

    /** The end of the last day of the step's period. */
    public Date due(DelegateExecution execution, String step) {
        return offices.due(AdmissionProcess.APPLICATION_ID.get(execution), step);
    }
}
