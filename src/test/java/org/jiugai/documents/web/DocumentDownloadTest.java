package org.jiugai.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiugai.ProcessTest;
import org.jiugai.SampleFiles;
import org.jiugai.Scenario;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@ProcessTest
class DocumentDownloadTest {
    private static final byte[] PDF = SampleFiles.pdf();

    @Autowired
    Scenario scenario;

    @Autowired
    DocumentManagement documents;

    @Autowired
    DocumentDownload download;

    @Value("${jiugai.files.directory}")
    String directory;

    @Test
    void personOfTheCountyGetsTheDocumentAsAnAttachmentUnderItsName() throws Exception {
        UUID id = documentOfCaseIn("341502");
        scenario.withCounty();
        MockMvcBuilders.standaloneSetup(download)
                .build()
                .perform(get("/documents/{id}", id).principal(() -> "zhujian"))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store, private"))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .startsWith("attachment;")
                        .contains("filename*=UTF-8''%E6%84%8F%E8%A7%81%E4%B9%A6.pdf"));
        assertThat(scenario.signedIn("zhujian").get("/documents/" + id).status())
                .isEqualTo(200);
    }

    @Test
    void foreignDocumentCannotBeToldFromOneThatDoesNotExist() {
        var foreign = scenario.signedIn("zhujian").get("/documents/" + documentOfCaseIn("999999"));
        assertThat(foreign.status()).isEqualTo(404);
        for (String id : List.of(UUID.randomUUID().toString(), "1", "..%2f..%2fetc%2fpasswd", "x".repeat(500))) {
            var unknown = scenario.signedIn("zhujian").get("/documents/" + id);
            if (id.contains("%2f")) assertThat(unknown.status()).isIn(400, 404);
            else assertThat(unknown).isEqualTo(foreign);
        }
    }

    @Test
    void browserIsToldToRunNothingOfIt() throws Exception {
        UUID id = documentOfCaseIn("341502");
        scenario.withCounty();
        MockMvcBuilders.standaloneSetup(download)
                .build()
                .perform(get("/documents/{id}", id).principal(() -> "zhujian").header("Range", "bytes=0-3"))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store, private"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().doesNotExist("Accept-Ranges"));
    }

    @Test
    void nameCannotAddToTheHeader() throws Exception {
        UUID id = documentOfCaseIn("341502", "意\r\nSet-Cookie: a=b\"; filename=x.exe;.pdf");
        scenario.withCounty();
        MockMvcBuilders.standaloneSetup(download)
                .build()
                .perform(get("/documents/{id}", id).principal(() -> "zhujian"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .doesNotContain("\r", "\n", "=x.exe")
                        .endsWith("filename*=UTF-8''%E6%84%8F__Set-Cookie_%20a%3Db_%3B%20filename%3Dx.exe%3B.pdf"));
    }

    @Test
    void documentThatWasDamagedInTheStoreIsNotHandedOut() throws Exception {
        UUID id = documentOfCaseIn("341502");
        String sha256 = documents.get(id).sha256();
        Path kept = Path.of(directory, sha256.substring(0, 2), sha256.substring(2));
        Files.write(kept, Arrays.copyOf(PDF, PDF.length - 1));
        try {
            var answer = scenario.signedIn("zhujian").get("/documents/" + id);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("documents.storeDamaged");
            assertThat(answer.body()).doesNotContain("%PDF");
        } finally {
            Files.write(kept, PDF);
        }
    }

    private UUID documentOfCaseIn(String county) {
        return documentOfCaseIn(county, "意见书.pdf");
    }

    private UUID documentOfCaseIn(String county, String name) {
        long caseId = scenario.jdbc
                .sql(
                        """
                        insert into renovation_case (case_no, name, county, street, programme_year, policy_version_id, policy_code,
                            investment_fen, state, opened_on, version)
                        values (?, '示例', ?, '341502001', 2024, 1, 'JINAN-2024', 100, 'OPEN', '2024-01-02', 0) returning id""")
                .params("DOC-" + UUID.randomUUID(), county)
                .query(Long.class)
                .single();
        return documents
                .store(caseId, name, new ByteArrayInputStream(PDF), Actor.SYSTEM)
                .id();
    }
}
