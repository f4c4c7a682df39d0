package org.jiugai.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@ProcessTest
class DocumentDownloadTest {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    Scenario scenario;

    @Autowired
    DocumentManagement documents;

    @Autowired
    DocumentDownload download;

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
    void documentOfAnotherCountyDoesNotExistForThem() {
        assertThat(scenario.signedIn("zhujian")
                        .get("/documents/" + documentOfCaseIn("999999"))
                        .status())
                .isEqualTo(404);
        assertThat(scenario.signedIn("zhujian")
                        .get("/documents/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private UUID documentOfCaseIn(String county) {
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
                .store(caseId, "意见书.pdf", new ByteArrayInputStream(PDF), Actor.SYSTEM)
                .id();
    }
}
