package org.jiugai.stewardship.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.TaskFacts;
import org.jiugai.stewardship.StewardshipManagement;
import org.springframework.stereotype.Component;

/** The community and the modes that the policy allows. */
@Component
class ManagementModeFacts implements TaskFacts {
    private final StewardshipManagement stewardship;
    private final CaseManagement cases;

    ManagementModeFacts(StewardshipManagement stewardship, CaseManagement cases) {
        this.stewardship = stewardship;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "management-mode";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        CaseCommunity community = cases.community(StewardshipProcess.COMMUNITY_ID.get(task));
        return Sheet.of(new Table(
                        "小区",
                        List.of("小区", "户数", "楼栋", "建筑面积（m²）"),
                        List.of(List.of(
                                community.name(),
                                String.valueOf(community.households()),
                                String.valueOf(community.buildings()),
                                community.area().squareMetres()))))
                .withOptions(
                        "modes",
                        stewardship.allowed(community.caseId()).stream()
                                .map(mode -> new Option(mode.name(), mode.label()))
                                .toList());
    }
}
