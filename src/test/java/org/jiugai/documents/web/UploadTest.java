package org.jiugai.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.SampleFiles;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uploads over HTTP: every refusal is a sentence in Chinese that the form can show. */
@ProcessTest
class UploadTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    Scenario scenario;

    @Test
    void refusalsAreToldToTheForm() {
        String path = path();
        refused(upload(path, "a.pdf", "<script>".getBytes(StandardCharsets.UTF_8)), 422, "documents.typeNotAllowed");
        refused(upload(path, "a.docx", SampleFiles.pdf()), 422, "documents.extensionMismatch");
        refused(upload(path, "a.pdf", new byte[0]), 422, "documents.empty");
        byte[] script = SampleFiles.pdfOf(
                "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>", "<</Type/Pages/Kids[]/Count 0>>");
        refused(upload(path, "a.pdf", script), 422, "documents.activeContent");
    }

    @Test
    void fileThatIsTooLargeIsRefusedInChineseAndNotByABrokenConnection() {
        String path = path();
        refused(upload(path, "a.pdf", new byte[50 * MEGABYTE + 1]), 413, "documents.requestTooLarge");
        refused(upload(path, "a.pdf", new byte[61 * MEGABYTE]), 413, "documents.requestTooLarge");
        assertThat(upload(path, "签字影像.pdf", SampleFiles.pdf()).status()).isEqualTo(201);
    }

    @Test
    void longChineseNameIsAcceptedAndAnEndlessOneRefused() {
        String path = path();
        Answer stored = upload(path, "关".repeat(250) + ".pdf", SampleFiles.pdf());
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        assertThat(stored.json().path("name").asText()).hasSize(200).endsWith("关.pdf");
        refused(upload(path, "关".repeat(5000) + ".pdf", SampleFiles.pdf()), 413, "documents.requestTooLarge");
    }

    @Test
    void requestOfTooManyPartsIsRefused() {
        Map<String, String> fields = new java.util.HashMap<>();
        for (int i = 0; i < 60; i++) fields.put("f" + i, "x");
        Answer answer = scenario.signedIn("yunlu").upload(path(), "a.pdf", SampleFiles.pdf(), fields);
        refused(answer, 413, "documents.requestTooLarge");
    }

    @Test
    void formOfAPageThatIsTooLargeIsNotTakenForAForgedOne() {
        path();
        Answer answer =
                scenario.signedIn("jiugai").uploadInForm("/programme/import", "a.xlsx", new byte[61 * MEGABYTE]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("上传的文件过大或过多");
        Answer file = scenario.signedIn("jiugai").uploadInForm("/programme/import", "a.xlsx", new byte[51 * MEGABYTE]);
        assertThat(file.status()).isEqualTo(413);
        Answer small = scenario.signedIn("jiugai").uploadInForm("/programme/import", "a.xlsx", new byte[9]);
        assertThat(small.status()).as(small.body()).isNotIn(403, 413);
    }

    @Test
    void formIsToldWhatMayBeUploaded() {
        CaseRun run = scenario.openCase("JINAN-2024");
        var uploads = scenario.signedIn("yunlu")
                .get("/api/tasks/" + run.task("household-survey").getId())
                .json()
                .path("uploads");
        assertThat(uploads.path("extensions").toString())
                .isEqualTo("[\"pdf\",\"jpg\",\"jpeg\",\"png\",\"docx\",\"xlsx\"]");
        assertThat(uploads.path("maxBytes").asLong()).isEqualTo(50L * MEGABYTE);
        assertThat(uploads.path("maxFiles").asInt()).isEqualTo(100);
    }

    private String path() {
        return "/api/tasks/"
                + scenario.openCase("JINAN-2024").task("household-survey").getId() + "/documents";
    }

    private Answer upload(String path, String name, byte[] content) {
        return scenario.signedIn("yunlu").upload(path, name, content, Map.of());
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).matches(".*\\p{IsHan}.*");
        assertThat(answer.json().path("message").asText())
                .isEqualTo(answer.json().path("detail").asText());
    }
}
