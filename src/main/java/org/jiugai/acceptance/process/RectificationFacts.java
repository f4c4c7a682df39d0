package org.jiugai.acceptance.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** What the attempts so far asked to be put right. */
@Component
class RectificationFacts implements TaskFacts {
    private final AcceptanceManagement acceptance;

    RectificationFacts(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public String form() {
        return "rectify-acceptance";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        List<List<String>> issues = acceptance.pastAttempts(Step.CASE_ID.get(task)).stream()
                .flatMap(a -> a.issues().stream()
                        .map(i -> List.of(
                                "第" + a.attempt() + "次", i.content(), i.dueOn().toString())))
                .toList();
        return Sheet.of(new Table("竣工验收整改清单", List.of("验收", "问题", "整改期限"), issues));
    }
}
