package org.jiugai.tender.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.jiugai.tender.ContractSigning;
import org.jiugai.tender.TenderProcedure;
import org.jiugai.tender.TenderView;
import org.springframework.stereotype.Component;

/** Task 33 shows the award and what the policy says of retention; it offers the registered firms. */
@Component
class SignContractFacts implements TaskFacts {
    private final TenderProcedure procedure;
    private final ContractSigning signing;
    private final CaseManagement cases;

    SignContractFacts(TenderProcedure procedure, ContractSigning signing, CaseManagement cases) {
        this.procedure = procedure;
        this.signing = signing;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "sign-contract";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long packageId = TenderProcess.PACKAGE_ID.get(task);
        TenderView view = procedure.view(packageId);
        Policy policy = cases.policy(Step.CASE_ID.get(task));
        Sheet sheet = Sheet.of(TenderTables.lot(view), TenderTables.parts(view), award(view), terms(policy));
        return TenderTables.propose(sheet, view, "contractPrice", "signDate")
                .withOptions(
                        "firms",
                        signing.firms(packageId).stream()
                                .map(o -> new Option(o.id(), o.name()))
                                .toList());
    }

    private static Table award(TenderView view) {
        return new Table(
                "中标结果",
                List.of("中标人", "中标价（元）", "中标通知书日期"),
                view.winner().stream()
                        .map(w -> List.of(w.bidder(), w.price().shown(), w.awardDate()))
                        .toList());
    }

    private static Table terms(Policy policy) {
        return new Table(
                "政策规定",
                List.of("质保金比例", "质保期（月）"),
                List.of(List.of(
                        policy.get(Parameters.RETENTION_SHARE).percent() + "%",
                        String.valueOf(policy.get(Parameters.RETENTION_MONTHS)))));
    }
}
