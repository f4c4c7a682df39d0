package org.jiugai.funding;

import org.jiugai.acceptance.AcceptancePassed;
import org.jiugai.formalities.ResidentsMoneyCollected;
import org.jiugai.settlement.SettlementApproved;
import org.jiugai.tender.ContractSigned;
import org.jiugai.warranty.RepairDeducted;
import org.jiugai.warranty.RetentionReleased;
import org.jiugai.works.ProgressConfirmed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What other rooms report changes what is due, in the same transaction. */
@Component
class FundingReactions {
    private final FundingManagement funding;

    FundingReactions(FundingManagement funding) {
        this.funding = funding;
    }

    @EventListener
    void on(ContractSigned signed) {
        if (!signed.type().isWorks()) return;
        signed.amountByCase()
                .forEach((caseId, amount) ->
                        funding.contractSigned(caseId, signed.contractId(), amount, signed.signedOn()));
    }

    @EventListener
    void on(ResidentsMoneyCollected collected) {
        funding.residentsMoneyCollected(collected.caseId(), collected.total());
    }

    @EventListener
    void on(ProgressConfirmed confirmed) {
        funding.progressConfirmed(confirmed.caseId(), confirmed.progress(), confirmed.valueDone());
    }

    @EventListener
    void on(AcceptancePassed passed) {
        funding.accepted(passed.caseId(), passed.acceptedOn());
    }

    @EventListener
    void on(SettlementApproved approved) {
        funding.settled(approved.caseId(), approved.settled(), approved.on());
    }

    @EventListener
    void on(RetentionReleased released) {
        funding.retentionReleased(released.caseId(), released.on());
    }

    @EventListener
    void on(RepairDeducted deducted) {
        funding.repairDeducted(deducted.caseId(), deducted.cost(), deducted.payee(), deducted.defectId());
    }
}
