package org.jiugai.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RepositoryService;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseGuests;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.chronicle.WalkedCases;
import org.jiugai.documents.AttachedDocument;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.OtherCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The package of a case from its opening to its archive, as auditors fetch it; it lies in {@code target/audit-package.zip}. */
@ProcessTest
class AuditPackageTests {
    private static final Actor OFFICE = new Actor("jiugai", "周建国", "ja-renovation-office", "金安区旧改办");

    @Autowired
    Scenario scenario;

    @Autowired
    AuditTrail audit;

    @Autowired
    CaseGuests guests;

    @Autowired
    DocumentManagement documents;

    @Autowired
    RepositoryService repository;

    @Autowired
    OrganisationSetup setup;

    @Autowired
    CaseManagement cases;

    @Value("${jiugai.files.directory}")
    Path store;

    @TempDir
    Path folder;

    @Test
    void aFinishedCaseIsWholeInItsPackage() throws Exception {
        CaseRun run = WalkedCases.finished(scenario);
        HttpResponse<byte[]> answer = fetch("shenji", run);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(run.caseNo());
        Path file = Files.write(folder.resolve("package.zip"), answer.body());
        Files.write(Path.of("target/audit-package.zip"), answer.body());

        Manifest manifest = PackageCheck.check(file);
        assertThat(manifest.caseNo()).isEqualTo(run.caseNo());
        assertThat(manifest.chain()).isNotNull();
        Map<String, byte[]> entries = unpacked(answer.body());
        assertThat(entries.keySet())
                .contains(
                        "report.pdf",
                        "decisions.csv",
                        "operations.csv",
                        "audit.csv",
                        "manifest.json",
                        "manifest.sha256")
                .anyMatch(name -> name.matches("models/renovation-case-v\\d+\\.bpmn"))
                .anyMatch(name -> name.matches("models/joint-review-v\\d+\\.svg"))
                .anyMatch(name -> name.matches("models/must-tender-v\\d+\\.dmn"));
        String backbone = entries.keySet().stream()
                .filter(name -> name.startsWith("models/renovation-case-v") && name.endsWith(".bpmn"))
                .findFirst()
                .orElseThrow();
        String deployed = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("renovation-case")
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(entries.get(backbone))
                .isEqualTo(repository.getProcessModel(deployed).readAllBytes());

        List<AttachedDocument> attached = documents.ofCase(run.caseId());
        assertThat(attached).isNotEmpty();
        for (AttachedDocument document : attached) {
            Manifest.Entry entry = manifest.entries().stream()
                    .filter(e -> e.name().contains(document.document().id().toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.sha256()).isEqualTo(document.document().sha256());
        }

        for (String table : List.of("decisions.csv", "operations.csv", "audit.csv")) {
            String csv = new String(entries.get(table), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\uFEFF");
            assertThat(csv.lines().count()).as(table).isGreaterThan(5);
        }
        assertThat(new String(entries.get("decisions.csv"), StandardCharsets.UTF_8))
                .contains("必须招标", "16号令");

        String report = text(entries.get("report.pdf"));
        assertThat(report)
                .contains(run.caseNo(), "经过", "决策及其依据", "联评联审", "资金", "合规提示及答复", "业主表决", "无")
                .contains("金安区审计局".substring(0, 3), "文件清单", "附图 1 / ")
                .contains(attached.get(0).document().sha256().substring(0, 20));

        AuditEntry export = exports(run).get(0);
        assertThat(export.person()).isEqualTo("shenji");
        assertThat(export.details()).contains(Sha256.of(entries.get("manifest.json")));
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void aRunningCaseHasItsPackageTooAndWhatPeopleTypedIsText() throws Exception {
        CaseRun run = scenario.openCase("JINAN-2024");
        String hostile = "=cmd|'/C calc'!A0<script>alert(1)</script>${7*7}&\"\u202E";
        cases.raise(run.caseId(), new Finding("TEST", Finding.Severity.WARN, hostile, hostile));
        CaseFinding raised = cases.findings(run.caseId()).stream()
                .filter(f -> f.ruleId().equals("TEST"))
                .findFirst()
                .orElseThrow();
        cases.answer(run.caseId(), raised.id(), hostile, OFFICE);
        HttpResponse<byte[]> answer = fetch("jiugai", run);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PackageCheck.check(Files.write(folder.resolve("p.zip"), answer.body()))
                        .entries())
                .isNotEmpty();
        String report = text(unpacked(answer.body()).get("report.pdf")).replaceAll("\\s", "");
        assertThat(report).contains("正在办理", "<script>alert(1)</script>${7*7}&\"");
    }

    @Test
    void onlyReadersOfItsWholeHistoryGetIt() {
        OtherCounty.load(scenario, setup);
        CaseRun run = scenario.openContractedCase("JINAN-2024");
        assertThat(fetch("shigong", run).statusCode())
                .as("a firm that is party")
                .isEqualTo(403);
        assertThat(fetch("shigongb", run).statusCode()).as("another firm").isEqualTo(404);
        assertThat(fetch("yj.shenji", run).statusCode())
                .as("auditors of another county")
                .isEqualTo(404);
        assertThat(fetch("gongan", run).statusCode())
                .as("an authority without history")
                .isEqualTo(403);
        assertThat(fetch("admin", run).statusCode()).isEqualTo(200);
        assertThat(scenario.signedIn("shenji").get("/cases/" + run.caseNo()).body())
                .contains("导出审计档案包");
        assertThat(scenario.signedIn("shigong").get("/cases/" + run.caseNo()).body())
                .doesNotContain("导出审计档案包");
        assertThat(scenario.signedIn("shenji")
                        .get("/cases/no-such-case/audit-package")
                        .status())
                .isEqualTo(404);
        assertThat(exports(run)).extracting(AuditEntry::person).containsExactly("admin");
    }

    @Test
    void aGuestGetsItWithLeaveAndThatIsRecorded() {
        CaseRun run = scenario.openCase("JINAN-2024");
        assertThat(fetch("xuncha", run).statusCode()).isEqualTo(404);
        LocalDate today = scenario.today();
        guests.grant(run.caseId(), "la-inspection", today, today.plusDays(7), "专项巡察", OFFICE);
        assertThat(scenario.signedIn("xuncha").get("/cases/" + run.caseNo()).body())
                .contains("导出审计档案包");
        assertThat(fetch("xuncha", run).statusCode()).isEqualTo(200);
        assertThat(exports(run)).extracting(AuditEntry::person).containsExactly("xuncha");
        assertThat(audit.ofCase(run.caseId(), 1000))
                .anyMatch(entry -> entry.action().equals("casefile.readByGuest")
                        && entry.details().equals("查阅审计档案包"));
    }

    @Test
    void aDamagedFileStopsTheExportAndNothingIsLeft() throws Exception {
        CaseRun run = scenario.openCase("JINAN-2024");
        String id = run.upload();
        documents.attach(run.caseId(), "测试", "test:1", List.of(java.util.UUID.fromString(id)), OFFICE);
        String sha256 = documents.get(java.util.UUID.fromString(id)).sha256();
        Path stored = store.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
        byte[] content = Files.readAllBytes(stored);
        Files.delete(stored);
        try {
            HttpResponse<byte[]> answer = fetch("shenji", run);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("缺失或已损坏");
            assertThat(leftBehind()).isEmpty();
            assertThat(exports(run)).isEmpty();
        } finally {
            Files.write(stored, content);
        }
    }

    private HttpResponse<byte[]> fetch(String person, CaseRun run) {
        return scenario.signedIn(person).download("/cases/" + run.caseNo() + "/audit-package");
    }

    private List<AuditEntry> exports(CaseRun run) {
        return audit.ofCase(run.caseId(), 100_000).stream()
                .filter(entry -> entry.action().equals("archive.packageExported"))
                .toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] zipped) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private static List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("jiugai-package"))
                    .toList();
        }
    }
}
