package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Unrecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 保管期限 (book 2.9, R-ARCHIVE): how long the engine's history of a case is kept. A file is kept as long as its longest item, and a case holds
 * items that are kept for ever (project approval, acceptance, votes), so that is the default. The facts in the rooms' tables and the record
 * itself are never cleaned.
 */
@Service
@Transactional
public class CaseRetention {
    private static final String FOR_EVER = "permanent";
    private final CaseManagement cases;
    private final CaseHistory history;
    private final AuditTrail trail;
    private final @Nullable Period kept;
    private final Clock clock;

    CaseRetention(
            CaseManagement cases,
            CaseHistory history,
            AuditTrail trail,
            @Value("${jiugai.archive.period}") String period,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.trail = trail;
        this.kept = period.equals(FOR_EVER) ? null : Period.parse(period);
        this.clock = clock;
    }

    /**
     * Deletes the engine's history of a case whose period is over, and puts on record who did it, why, and how much it was.
     *
     * @throws org.jiugai.kernel.RuleViolation when the case is open, its period is not over, or no reason is given
     */
    @Unrecorded("records by itself what was deleted")
    public void cleanHistory(long caseId, String reason, Actor actor) {
        RenovationCase file = cases.get(caseId);
        new Faults()
                .require(!reason.isBlank(), "reason", "【清理事由】必填")
                .require(
                        file.closedOn() != null && !history.isOpen(file.caseNo()),
                        "caseId",
                        "案件 " + file.caseNo() + " 尚未办结归档，其流程历史不得清理")
                .require(file.closedOn() == null || isOver(file.closedOn()), "caseId", refusal(file))
                .refuse("casefile.historyKept");
        int instances = history.delete(file.caseNo());
        trail.record(RecordedAct.of(actor, "casefile.historyCleaned", "case:" + caseId)
                .inCase(caseId)
                .saying("保管期满，清理流程历史")
                .because(reason)
                .changing(Map.of("instances", instances), Map.of("instances", 0)));
    }

    private boolean isOver(LocalDate closedOn) {
        return kept != null && LocalDate.now(clock).isAfter(closedOn.plus(kept));
    }

    private String refusal(RenovationCase file) {
        if (kept == null || file.closedOn() == null) return "案件档案永久保管，其流程历史不得清理";
        return "案件档案保管至" + file.closedOn().plus(kept) + "，此前流程历史不得清理";
    }
}
