package org.jiugai.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.policy.Parameters;
import org.jiugai.works.PermitDecision.Outcome;
import org.jiugai.works.StartOrder.Gate;
import org.jiugai.works.StartOrder.Proof;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the contract to the first day of work: registration, permit, wage account, start order. */
@Service
@Transactional
public class StartManagement {
    private static final int WAGE_ACCOUNT_DAYS = 30;
    private static final int START_MONTHS = 3;
    private final StartFormalities rows;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final WorkingCalendar calendar;
    private final ContractOfCase contracts;
    private final Clock clock;

    StartManagement(
            StartFormalities rows,
            CaseManagement cases,
            DocumentManagement documents,
            WorkingCalendar calendar,
            ContractOfCase contracts,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.documents = documents;
        this.calendar = calendar;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Registers the supervision of quality and safety; compulsory also where the permit is exempted (质量条例13). */
    public void registerSupervision(long caseId, SupervisionRegistration form, Actor actor) {
        Faults faults = new Faults();
        Set<SupervisionRegistration.Party> named = EnumSet.noneOf(SupervisionRegistration.Party.class);
        form.responsiblePersons().forEach(p -> named.add(p.party()));
        faults.require(
                named.size() == SupervisionRegistration.Party.values().length,
                "responsiblePersons",
                "【五方责任人】须包括建设、勘察、设计、施工、监理五方的项目负责人");
        faults.refuse("works.invalidRegistration");
        long id = rows.add(caseId, form, actor, today(), clock.instant());
        documents.attach(caseId, "监督计划", "supervision-registration:" + id, form.plan(), actor);
    }

    /**
     * Records the permit, its exemption or its refusal.
     *
     * @return whether the works may begin without a further decision
     */
    public boolean decidePermit(long caseId, PermitDecision form, Actor actor) {
        Faults faults = new Faults();
        if (form.decision() == Outcome.GRANTED) {
            faults.require(!ProgressRules.isBlank(form.permitNo()), "permitNo", "【许可证号】核发时必填")
                    .require(form.issueDate() != null, "issueDate", "【发证日】核发时必填")
                    .require(
                            form.issueDate() == null || !form.issueDate().isAfter(today()), "issueDate", "【发证日】不得晚于今天");
        } else if (form.decision() == Outcome.EXEMPT) {
            faults.require(!ProgressRules.isBlank(form.exemptBasis()), "exemptBasis", "【免办依据】免办时必填，须写明依据文件和条款");
        } else {
            faults.require(!ProgressRules.isBlank(form.comment()), "comment", "【意见说明】不予核发时必填，须写明尚缺的条件");
        }
        faults.refuse("works.invalidPermit");
        LocalDate startBy = form.issueDate() == null || form.decision() != Outcome.GRANTED
                ? null
                : calendar.endOfMonths(form.issueDate(), START_MONTHS).effective();
        long id = rows.add(caseId, form, startBy, actor, today(), clock.instant());
        attach(caseId, "施工许可或免办确认", "start-permit:" + id, form.permitFile(), actor);
        return form.decision() != Outcome.REFUSED;
    }

    /** Registers the account for migrant workers' wages; late opening is a finding. */
    public void registerWageAccount(long caseId, WageAccount form, Actor actor) {
        new Faults()
                .require(
                        form.depositPct() != null || !ProgressRules.isBlank(form.depositExemption()),
                        "depositPct",
                        "【保证金比例】须填写1%—3%的比例，或填写【免存依据】")
                .require(!form.openDate().isAfter(today()), "openDate", "【开户日期】不得晚于今天")
                .refuse("works.invalidWageAccount");
        long id = rows.add(caseId, form, actor, clock.instant());
        documents.attach(caseId, "工程款支付担保", "wage-account:" + id, form.guarantee(), actor);
        contracts
                .of(caseId)
                .map(terms -> calendar.end(terms.signedOn(), WAGE_ACCOUNT_DAYS, DayType.CALENDAR)
                        .effective())
                .filter(last -> form.openDate().isAfter(last))
                .ifPresent(last -> cases.raise(
                        caseId,
                        new Finding(
                                "WAGE-ACCOUNT",
                                Severity.WARN,
                                "农民工工资专用账户于" + form.openDate() + "开立，晚于合同签订后30日（" + last + "）",
                                "工程建设领域农民工工资专用账户管理暂行办法：自合同签订之日起30日内开立")));
    }

    /** Orders the start: every condition has its number, date and file. */
    public void orderStart(long caseId, StartOrder form, Actor actor) {
        Faults faults = new Faults();
        faults.require(!form.startDate().isBefore(today()), "startDate", "【开工日期】不得早于今天")
                .require(form.plannedEnd().isAfter(form.startDate()), "plannedEnd", "【计划竣工日期】须晚于开工日期");
        checkGates(form, faults);
        faults.refuse("works.startNotReady");
        long id = rows.add(caseId, form, actor, today(), clock.instant());
        form.gates()
                .forEach(g ->
                        documents.attach(caseId, "开工条件：" + g.gate().label(), "start-order:" + id, g.file(), actor));
        rows.startBy(caseId)
                .filter(last -> form.startDate().isAfter(last))
                .ifPresent(last -> cases.raise(
                        caseId,
                        new Finding(
                                "PERMIT-START",
                                Severity.WARN,
                                "开工日期" + form.startDate() + "晚于施工许可证规定的应开工日" + last + "，许可证须先办理延期",
                                "建筑法第9条：领取施工许可证之日起三个月内开工")));
    }

    private static void checkGates(StartOrder form, Faults faults) {
        List<Gate> shown = new ArrayList<>();
        for (int i = 0; i < form.gates().size(); i++) {
            Proof proof = form.gates().get(i);
            faults.require(
                            !shown.contains(proof.gate()),
                            "gates[" + i + "].gate",
                            "【条件】“" + proof.gate().label() + "”重复填写")
                    .require(
                            !proof.datedOn().isAfter(form.startDate()),
                            "gates[" + i + "].datedOn",
                            "【日期】“" + proof.gate().label() + "”的日期不得晚于开工日期");
            shown.add(proof.gate());
        }
        for (Gate gate : Gate.values()) {
            faults.require(shown.contains(gate), "gates", "【开工条件】缺少“" + gate.label() + "”，须有文号、日期和证明文件，仅打勾无效");
        }
    }

    /** What is on record for the conditions of the start, to be completed with the files. */
    @Transactional(readOnly = true)
    public List<KnownProof> knownProofs(long caseId) {
        List<StartFormalities.KnownGate> known = rows.known(caseId);
        List<KnownProof> proofs = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            Optional<StartFormalities.KnownGate> found =
                    known.stream().filter(k -> k.gate().equals(gate.name())).findFirst();
            proofs.add(new KnownProof(
                    gate,
                    found.map(StartFormalities.KnownGate::number).orElse(null),
                    found.map(StartFormalities.KnownGate::datedOn).orElse(null)));
        }
        return proofs;
    }

    /** Whether the policy of the case exempts it from the permit, and on what basis. */
    @Transactional(readOnly = true)
    public Parameters.Exemption policyExemption(long caseId) {
        return cases.parameter(caseId, Parameters.CONSTRUCTION_PERMIT_EXEMPT);
    }

    private void attach(long caseId, String purpose, String subject, List<UUID> files, Actor actor) {
        if (!files.isEmpty()) documents.attach(caseId, purpose, subject, files, actor);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    public record KnownProof(Gate gate, @Nullable String number, @Nullable LocalDate datedOn) {}
}
