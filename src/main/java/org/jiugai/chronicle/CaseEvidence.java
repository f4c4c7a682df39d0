package org.jiugai.chronicle;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.documents.AttachedDocument;
import org.jiugai.documents.DocumentManagement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands behind the story of a case. Decisions, versions and files are for whoever may see the case, variables and logs for readers of history. */
@Service
@Transactional
public class CaseEvidence {
    private final VisibleCases visible;
    private final CaseRuns runs;
    private final DocumentManagement documents;
    private final EngineEvidence engine;

    CaseEvidence(VisibleCases visible, CaseRuns runs, DocumentManagement documents, EngineEvidence engine) {
        this.visible = visible;
        this.runs = runs;
        this.documents = documents;
        this.engine = engine;
    }

    /** What the engine keeps of an instance. */
    @org.springframework.stereotype.Component
    record EngineEvidence(
            MadeDecisions decisions, ChangedVariables variables, Operations operations, UsedVersions versions) {}

    /** In the order in which they were made; empty or JSON-ready records. */
    public List<?> decisions(String caseNo, String reader) {
        return ofRuns(visible.of(caseNo, reader, "决策记录"))
                .flatMap(run -> engine.decisions().of(run.getId()).stream())
                .sorted(Comparator.comparing(MadeDecisions.Decision::at))
                .toList();
    }

    public Object versions(String caseNo, String reader) {
        RenovationCase file = visible.of(caseNo, reader, "流程和政策版本");
        return engine.versions().of(file.caseId(), runs.instances(file.caseNo()));
    }

    public List<AttachedDocument> files(String caseNo, String reader) {
        return documents.ofCase(visible.of(caseNo, reader, "文件清单").caseId());
    }

    /** @throws VisibleCases.NotVisible also when the reader sees the case but does not read history */
    public List<?> variables(String caseNo, String reader) {
        return ofRuns(inFull(caseNo, reader))
                .flatMap(run -> engine.variables().of(run.getId()).stream())
                .sorted(Comparator.comparing(ChangedVariables.Change::at))
                .toList();
    }

    /** @throws VisibleCases.NotVisible also when the reader sees the case but does not read history */
    public List<?> operations(String caseNo, String reader) {
        RenovationCase file = inFull(caseNo, reader);
        return Stream.concat(
                        ofRuns(file).flatMap(run -> engine.operations().ofRun(run.getId()).stream()),
                        engine.operations().ofCase(file.caseId()).stream())
                .sorted(Comparator.comparing(Operations.Operation::at))
                .toList();
    }

    private RenovationCase inFull(String caseNo, String reader) {
        RenovationCase file = visible.of(caseNo, reader, "操作日志");
        if (!visible.readsHistory(file.caseId(), reader)) throw new VisibleCases.NotVisible();
        return file;
    }

    private Stream<HistoricProcessInstance> ofRuns(RenovationCase file) {
        return runs.instances(file.caseNo()).stream();
    }
}
