package org.jiugai.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiugai.audit.AuditChain;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.ChainHead;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jiugai.casefile.CaseParty;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.StageEntry;
import org.jiugai.chronicle.CaseDossier;
import org.jiugai.chronicle.CaseDossier.Deed;
import org.jiugai.chronicle.CaseDossier.Model;
import org.jiugai.chronicle.CaseDossier.Verdict;
import org.jiugai.chronicle.ChronicleManagement;
import org.jiugai.chronicle.Story;
import org.jiugai.documents.AttachedDocument;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.documents.StoredDocument;
import org.jiugai.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is known of a case at one moment, but for the content of its files.
 *
 * @param head end of the record at that moment
 */
record CaseRecord(
        RenovationCase file,
        Story story,
        Policy policy,
        List<CaseCommunity> communities,
        List<CaseParty> parties,
        List<StageEntry> stages,
        List<CaseFinding> findings,
        List<CasePanel.Panel> panels,
        List<Verdict> decisions,
        List<Deed> operations,
        List<AuditEntry> entries,
        List<Model> processes,
        List<Model> tables,
        List<AttachedDocument> attached,
        @Nullable ChainHead head,
        Instant at) {
    /** Each document once, with all that it is for. */
    Map<StoredDocument, List<AttachedDocument>> documents() {
        Map<StoredDocument, List<AttachedDocument>> documents = new LinkedHashMap<>();
        attached.forEach(a -> documents
                .computeIfAbsent(a.document(), document -> new java.util.ArrayList<>())
                .add(a));
        return documents;
    }

    /** Reads it from one snapshot of the database: nothing in it is newer than anything else. */
    @Component
    static class Reading {
        private final CaseManagement cases;
        private final ChronicleManagement chronicle;
        private final CaseDossier dossier;
        private final Records records;
        private final List<CasePanel> rooms;

        Reading(
                CaseManagement cases,
                ChronicleManagement chronicle,
                CaseDossier dossier,
                Records records,
                List<CasePanel> rooms) {
            this.cases = cases;
            this.chronicle = chronicle;
            this.dossier = dossier;
            this.records = records;
            this.rooms = rooms;
        }

        /** What is kept beside the case's own tables. */
        @Component
        record Records(AuditTrail audit, AuditChain chain, DocumentManagement documents) {}

        @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, propagation = Propagation.REQUIRES_NEW)
        public CaseRecord of(String caseNo, Instant at) {
            RenovationCase file = cases.find(caseNo).orElseThrow();
            long id = file.caseId();
            return new CaseRecord(
                    file,
                    chronicle.tell(file, true),
                    cases.policy(id),
                    cases.communities(id),
                    cases.parties(id),
                    cases.stages(id),
                    cases.findings(id),
                    rooms.stream()
                            .sorted(Comparator.comparingInt(CasePanel::order))
                            .map(room -> room.panel(id))
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .filter(panel -> !panel.id().equals("documents"))
                            .toList(),
                    dossier.decisions(file),
                    dossier.operations(file),
                    records.audit.ofCase(id, Integer.MAX_VALUE),
                    dossier.processes(file),
                    dossier.tables(file),
                    records.documents.ofCase(id),
                    records.chain.head().orElse(null),
                    at);
        }
    }
}
