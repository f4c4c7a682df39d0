package org.jiugai.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.ChainHead;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.chronicle.CaseDossier.Model;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.documents.StoredDocument;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.StateConflict;
import org.jiugai.picture.ModelPicture;
import org.jiugai.picture.Svg;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Exports a case as one file for whoever reads its whole history: report, models, logs, files, and at the end a manifest with the digest
 * of each. The case is read from one snapshot; files are streamed; the export is recorded with the digest of its manifest, so that the
 * record tells a package of ours from one that somebody made anew.
 */
@Component
public class AuditPackages {
    /** Laying out a report takes memory: others wait. */
    private static final int AT_ONCE = 2;

    private static final int LONGEST_WAIT = 60;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));
    private final VisibleCases visible;
    private final CaseRecord.Reading reading;
    private final DocumentManagement documents;
    private final AuditTrail audit;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    AuditPackages(
            VisibleCases visible,
            CaseRecord.Reading reading,
            DocumentManagement documents,
            AuditTrail audit,
            Clock clock) {
        this.visible = visible;
        this.reading = reading;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The package of a case, whole; the caller closes it.
     *
     * @throws VisibleCases.NotVisible when there is no such case for the reader
     * @throws VisibleCases.NotAllowed when he does not read its whole history
     * @throws StateConflict when others are being exported for a minute
     * @throws org.jiugai.kernel.RuleViolation when a file of the case is damaged in the store
     */
    public ExportedPackage export(String caseNo, String reader) {
        RenovationCase file = visible.of(caseNo, reader, "审计档案包");
        Actor actor = visible.historyReader(file.caseId(), reader);
        takePlace();
        try {
            return export(file, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StateConflict("archive.busy", "正在导出其他案件的档案包，请稍后再试");
    }

    private ExportedPackage export(RenovationCase file, Actor actor) throws IOException {
        Instant at = clock.instant();
        CaseRecord record = reading.of(file.caseNo(), at);
        Manifest[] manifest = new Manifest[1];
        ExportedPackage exported = ExportedPackage.write(
                "审计档案包-" + file.caseNo() + "-" + STAMP.format(at) + ".zip", out -> manifest[0] = write(record, out));
        try {
            record(file, actor, manifest[0]);
        } catch (RuntimeException e) {
            exported.close();
            throw e;
        }
        return exported;
    }

    private void record(RenovationCase file, Actor actor, Manifest manifest) {
        audit.record(
                actor,
                "archive.packageExported",
                "case:" + file.caseId(),
                file.caseId(),
                "导出审计档案包，共 " + manifest.entries().size() + " 个文件，清单 SHA-256 " + Sha256.of(manifest.toJson()));
    }

    private Manifest write(CaseRecord record, OutputStream out) throws IOException {
        PackageWriter writer = new PackageWriter(out, record.at());
        writer.add("report.pdf", pdf -> new ReportPdf().write(CaseReport.of(record), pdf));
        for (Model model : record.processes()) {
            writer.add(EntryNames.of(model, ".bpmn"), model.xml());
            writer.add(
                    EntryNames.of(model, ".svg"),
                    Svg.of(ModelPicture.of(new java.io.ByteArrayInputStream(model.xml()))));
        }
        for (Model model : record.tables()) writer.add(EntryNames.of(model, ".dmn"), model.xml());
        writer.add("decisions.csv", csv -> decisions(record, csv));
        writer.add("operations.csv", csv -> operations(record, csv));
        writer.add("audit.csv", csv -> entries(record, csv));
        for (StoredDocument document : record.documents().keySet()) {
            writer.add(EntryNames.of(document), content -> {
                try (InputStream stored = documents.open(document.id())) {
                    stored.transferTo(content);
                }
            });
        }
        return writer.finish(record.file().caseNo(), version(), end(record.head()));
    }

    private static Manifest.@Nullable ChainEnd end(@Nullable ChainHead head) {
        return head == null ? null : new Manifest.ChainEnd(head.sequence(), head.hash());
    }

    private static String version() {
        return Objects.requireNonNullElse(AuditPackages.class.getPackage().getImplementationVersion(), "development");
    }

    private static void decisions(CaseRecord record, OutputStream csv) throws IOException {
        CsvFile.write(
                csv,
                List.of("时间", "流程", "决策表", "编号", "版本", "输入", "命中规则", "结果", "依据"),
                record.decisions().stream()
                        .map(d -> List.of(
                                Shown.second(d.at()),
                                d.process(),
                                d.name(),
                                d.decision(),
                                d.version(),
                                d.inputs(),
                                d.rule(),
                                d.outputs(),
                                d.clause()))
                        .toList());
    }

    private static void operations(CaseRecord record, OutputStream csv) throws IOException {
        CsvFile.write(
                csv,
                List.of("时间", "操作人", "操作", "代码", "流程", "项目", "原值", "新值", "备注"),
                record.operations().stream()
                        .map(o -> Arrays.asList(
                                Shown.second(o.at()),
                                o.who(),
                                o.what(),
                                o.code(),
                                o.process(),
                                o.property(),
                                o.from(),
                                o.to(),
                                o.remark()))
                        .toList());
    }

    /** As it lies in the chain: ids, and the hash of each entry. */
    private static void entries(CaseRecord record, OutputStream csv) throws IOException {
        CsvFile.write(
                csv,
                List.of("序号", "录入时间", "入链时间", "操作人", "单位", "代谁", "动作", "对象", "内容", "理由", "变更前", "变更后", "哈希"),
                record.entries().stream().map(AuditPackages::line).toList());
    }

    private static List<@Nullable Object> line(AuditEntry entry) {
        return Arrays.asList(
                entry.sequence(),
                Shown.second(entry.recordedAt()),
                Shown.second(entry.linkedAt()),
                entry.person(),
                entry.office(),
                entry.onBehalfOf(),
                entry.action(),
                entry.object(),
                entry.details(),
                entry.reason(),
                entry.before(),
                entry.after(),
                entry.hash());
    }
}
