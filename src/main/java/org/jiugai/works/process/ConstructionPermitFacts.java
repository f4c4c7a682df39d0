package org.jiugai.works.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.policy.Parameters.Exemption;
import org.jiugai.works.StartManagement;
import org.springframework.stereotype.Component;

/** What the policy says about the permit. */
@Component
class ConstructionPermitFacts implements TaskFacts {
    private final StartManagement start;

    ConstructionPermitFacts(StartManagement start) {
        this.start = start;
    }

    @Override
    public String form() {
        return "construction-permit";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        Exemption exemption = start.policyExemption(Step.CASE_ID.get(task));
        String basis = exemption.basis() == null ? "" : exemption.basis();
        Sheet sheet = Sheet.of(new Table(
                "本案适用政策的规定",
                List.of("施工许可", "依据"),
                List.of(List.of(exemption.exempt() ? "免办" : "未规定免办", basis)),
                "限额以下工程（30万元以下或300平方米以下）依建筑法第7条免办。免办施工许可的，质量安全监督登记仍须办理。"));
        return exemption.exempt() ? sheet.withValue("decision", "EXEMPT").withValue("exemptBasis", basis) : sheet;
    }
}
