package org.jiugai.settlement.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.kernel.Money;
import org.jiugai.settlement.SettlementManagement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contract price and earlier rounds, for contractor and auditor. */
@Configuration(proxyBeanMethods = false)
class SettlementFacts {
    @Bean
    TaskFacts settlementAccountFacts(SettlementManagement settlement) {
        return new Rounds("submit-settlement", settlement);
    }

    @Bean
    TaskFacts settlementReviewFacts(SettlementManagement settlement) {
        return new Rounds("review-settlement", settlement);
    }

    private record Rounds(String form, SettlementManagement settlement) implements TaskFacts {
        @Override
        public Sheet sheet(VariableScope task) {
            SettlementManagement.View view = settlement.view(Step.CASE_ID.get(task));
            return Sheet.of(new Table(
                    "结算经过",
                    List.of("次数", "送审结算(元)", "施工异议", "审核说明"),
                    view.rounds().stream()
                            .map(r -> List.of(
                                    String.valueOf(r.no()), r.submitted().shown(), r.objection(), r.returnedFor()))
                            .toList(),
                    "合同价：" + view.contractPrice().map(Money::shown).orElse("未登记") + " 元"));
        }
    }
}
