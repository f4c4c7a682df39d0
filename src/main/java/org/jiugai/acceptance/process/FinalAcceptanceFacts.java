package org.jiugai.acceptance.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.AcceptanceSeat;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.policy.Parameters.Weight;
import org.springframework.stereotype.Component;

/** Who signs, and how earlier attempts ended. */
@Component
class FinalAcceptanceFacts implements TaskFacts {
    private final AcceptanceManagement acceptance;

    FinalAcceptanceFacts(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public String form() {
        return "final-acceptance";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        List<AcceptanceSeat> seats = acceptance.finalParties(caseId);
        List<AcceptanceManagement.PastAttempt> past = acceptance.pastAttempts(caseId);
        return Sheet.of(new Table(
                        "本次为第" + (past.size() + 1) + "次竣工验收",
                        List.of("以往验收", "日期", "结论"),
                        past.stream()
                                .map(a -> List.of("第" + a.attempt() + "次", a.on().toString(), a.outcome()))
                                .toList()))
                .withValue(
                        "partyResults",
                        seats.stream().map(s -> Map.of("role", s.role())).toList())
                .withOptions(
                        "parties",
                        seats.stream().map(FinalAcceptanceFacts::option).toList());
    }

    private static Option option(AcceptanceSeat seat) {
        String weight = seat.weight() == Weight.MANDATORY ? "" : "（参考）";
        return new Option(seat.role(), seat.officeName() + weight);
    }
}
