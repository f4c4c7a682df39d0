package org.jiugai.warranty.process;

import java.util.Date;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.warranty.RepairManagement;
import org.springframework.stereotype.Component;

/** {@code ${repairTerms.due(defectId)}} in the model: 24 hours or seven days, by urgency. */
// public: the expression language calls methods of public classes only
@Component
public class RepairTerms {
    private final RepairManagement repairs;

    RepairTerms(RepairManagement repairs) {
        this.repairs = repairs;
    }

    public Date due(long defectId) {
        return CaseManagement.endOf(repairs.repairBy(defectId));
    }
}
