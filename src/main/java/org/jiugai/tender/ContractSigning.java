package org.jiugai.tender;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Money;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Task 33: a contract is signed for all cases of its package, or the winner refuses. */
@Service
@Transactional
public class ContractSigning {
    private final Packages packages;
    private final TenderRounds rounds;
    private final Contracts contracts;
    private final ContractRules rules;
    private final ProcurementManagement procurement;
    private final CaseManagement cases;
    private final OrganisationManagement organisation;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContractSigning(
            Packages packages,
            TenderRounds rounds,
            Contracts contracts,
            TenderLaw law,
            WorkingCalendar calendar,
            ProcurementManagement procurement,
            CaseManagement cases,
            OrganisationManagement organisation,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packages = packages;
        this.rounds = rounds;
        this.contracts = contracts;
        this.rules = new ContractRules(
                law::limit,
                law::minimumWarrantyMonths,
                new TenderRules(law::limit, TenderRules.Deadlines.of(calendar)));
        this.procurement = procurement;
        this.cases = cases;
        this.organisation = organisation;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** What became of it: where the tender goes on. */
    public enum Outcome {
        SIGNED,
        NEXT_CANDIDATE,
        RETENDER
    }

    /** Firms that are registered in the county and may sign for the package: holders of its role; any of the three for other types. */
    @Transactional(readOnly = true)
    public List<Office> firms(long packageId) {
        Packages.TenderPackage of = packages.get(packageId);
        String role = of.type().role();
        List<String> roles = role == null
                ? List.of("contractor", "supervisor", "designer", "test-lab", "cost-consultant")
                : List.of(role);
        return roles.stream()
                .flatMap(r -> organisation.candidates(r, of.county()).stream())
                .distinct()
                .toList();
    }

    public Outcome sign(long packageId, ContractForm form, Actor actor) {
        Packages.TenderPackage of = packages.get(packageId);
        TenderRounds.Award award = rounds.award(packageId);
        Faults faults = rules.check(form, of.type(), award, firms(packageId));
        faults.require(
                        form.contractNo() == null
                                || !contracts.numberTaken(form.contractNo().strip()),
                        "contractNo",
                        "【合同编号】已被其他合同使用")
                .refuse("tender.contractRefused");
        return form.decision() == ContractForm.Decision.SIGNED
                ? signed(of, award, form, actor)
                : refused(award, form, actor);
    }

    private Outcome signed(Packages.TenderPackage of, TenderRounds.Award award, ContractForm form, Actor actor) {
        SignedTerms terms = SignedTerms.of(form);
        Map<Long, Long> estimates = new LinkedHashMap<>();
        packages.parts(of.id()).forEach(part -> estimates.put(part.caseId(), part.estimateFen()));
        Map<Long, Money> amounts = PriceParts.of(terms.price(), estimates);
        long contractId = contracts.add(of.id(), award.id(), terms, amounts, actor, clock.instant());
        if (form.contractDoc() != null) {
            keep(of.foundingCaseId(), amounts.keySet(), "contract:" + contractId, form.contractDoc(), actor);
        }
        List<Finding> findings =
                rules.findings(terms, form, of.type(), award, organisation.office(terms.contractorOffice()));
        String role = of.type().role();
        for (long caseId : amounts.keySet()) {
            if (role != null) cases.assignParty(caseId, role, terms.contractorOffice(), actor);
            findings.forEach(finding -> cases.raise(caseId, finding));
        }
        events.publishEvent(new ContractSigned(
                contractId, of.id(), of.type(), amounts, terms.contractorOffice(), terms.signedOn()));
        amounts.keySet().stream()
                .filter(procurement::contractsComplete)
                .forEach(caseId -> events.publishEvent(new ContractsComplete(caseId)));
        return Outcome.SIGNED;
    }

    /** The file is uploaded for the founding case; every other case of the package shows it too. */
    private void keep(long foundingCase, Set<Long> ofPackage, String subject, List<UUID> files, Actor actor) {
        documents.attach(foundingCase, "合同文本", subject, files, actor);
        ofPackage.stream()
                .filter(caseId -> caseId != foundingCase)
                .forEach(caseId -> documents.link(foundingCase, caseId, "合同文本", subject, files, actor));
    }

    private Outcome refused(TenderRounds.Award award, ContractForm form, Actor actor) {
        rounds.drop(
                award.roundId(), award.rank(), "拒签：" + form.comment(), LocalDate.now(clock), actor, clock.instant());
        return rounds.candidates(award.roundId()).stream().anyMatch(TenderRounds.Candidate::isAvailable)
                ? Outcome.NEXT_CANDIDATE
                : Outcome.RETENDER;
    }
}
