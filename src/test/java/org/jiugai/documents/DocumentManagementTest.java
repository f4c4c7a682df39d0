package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jiugai.ProcessTest;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@Transactional
class DocumentManagementTest {
    private static final long CASE = 900_001;
    private static final long OTHER_CASE = 900_002;
    private static final Actor CLERK = new Actor("zhujian", "王伟", "ja-housing-bureau", "金安区住建局");

    @Autowired
    DocumentManagement documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void uploadComesBackAsItWas() throws IOException {
        StoredDocument stored = store(CASE, "意见书.pdf");
        assertThat(documents.get(stored.id())).isEqualTo(stored);
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        try (InputStream in = documents.open(stored.id())) {
            assertThat(in.readAllBytes()).isEqualTo(pdf());
        }
    }

    @Test
    void sameContentOfTwoCasesIsOneFileAndTwoDocuments() {
        StoredDocument first = store(CASE, "甲.pdf");
        StoredDocument second = store(OTHER_CASE, "乙.pdf");
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void attachedDocumentsAreListedInTheirOrderWithTheirPurpose() {
        StoredDocument seal = store(CASE, "盖章.pdf");
        StoredDocument annex = store(CASE, "附件.pdf");
        documents.attach(CASE, "盖章意见书", "review-opinion:17", List.of(seal.id()), CLERK);
        documents.attach(CASE, "附件", "review-opinion:17", List.of(annex.id()), CLERK);
        documents.attach(CASE, "附件", "review-opinion:17", List.of(annex.id()), CLERK);
        assertThat(documents.ofCase(CASE))
                .extracting(d -> d.document().originalName(), AttachedDocument::purpose, AttachedDocument::attachedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("盖章.pdf", "盖章意见书", "金安区住建局 王伟"),
                        org.assertj.core.groups.Tuple.tuple("附件.pdf", "附件", "金安区住建局 王伟"));
        assertThat(documents.ofSubject(CASE, "review-opinion:17")).hasSize(2);
        assertThat(documents.ofSubject(CASE, "review-opinion:18")).isEmpty();
    }

    @Test
    void documentOfAnotherCaseOrUnknownOneCannotBeAttached() {
        StoredDocument own = store(CASE, "甲.pdf");
        StoredDocument foreign = store(OTHER_CASE, "乙.pdf");
        for (UUID id : List.of(foreign.id(), UUID.randomUUID()))
            assertThatThrownBy(() -> documents.attach(CASE, "附件", "x:1", List.of(own.id(), id), CLERK))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("documents.notOfThisCase"));
        assertThat(documents.ofCase(CASE)).isEmpty();
    }

    @Test
    void databaseItselfKeepsDocumentsOfAnotherCaseOut() {
        StoredDocument foreign = store(OTHER_CASE, "乙.pdf");
        for (long owner : List.of(CASE, OTHER_CASE)) {
            assertThatThrownBy(() -> insertLink(owner, CASE, foreign.id()))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining(owner == CASE ? "foreign key" : "another county");
        }
    }

    private void insertLink(long owner, long caseId, UUID document) {
        // its own savepoint: the failure of one statement would spoil the test's transaction for the next
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        nested.executeWithoutResult(status -> jdbc.sql(
                        """
                        insert into document_link (owner_case, case_id, document, purpose, subject, attached_by, attached_at)
                        values (?, ?, ?, 'p', 's', 'b', now())""")
                .params(owner, caseId, document)
                .update());
    }

    @Test
    void documentServesAnotherCaseOfItsCountyOnly() {
        long owner = caseIn("341502");
        long neighbour = caseIn("341502");
        long elsewhere = caseIn("999999");
        StoredDocument contract = store(owner, "合同.pdf");
        documents.attach(owner, "合同文本", "contract:1", List.of(contract.id()), CLERK);

        documents.link(owner, neighbour, "合同文本", "contract:1", List.of(contract.id()), CLERK);
        documents.link(owner, neighbour, "合同文本", "contract:1", List.of(contract.id()), CLERK);

        assertThat(documents.ofCase(neighbour)).singleElement().satisfies(d -> assertThat(d.document())
                .isEqualTo(contract));
        assertThat(documents.ofSubject(owner, "contract:1")).hasSize(1);
        assertThatThrownBy(() -> documents.link(owner, elsewhere, "合同文本", "contract:1", List.of(contract.id()), CLERK))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("documents.otherCounty"));
        assertThatThrownBy(() -> documents.link(neighbour, owner, "合同文本", "contract:1", List.of(contract.id()), CLERK))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("documents.notOfThisCase"));
    }

    private long caseIn(String county) {
        return jdbc.sql(
                        """
                        insert into renovation_case (case_no, name, county, street, programme_year, policy_version_id, policy_code,
                            investment_fen, state, opened_on, version)
                        values (?, '示例', ?, '341502001', 2024, 1, 'JINAN-2024', 100, 'OPEN', '2024-01-02', 0) returning id""")
                .params("DOC-" + UUID.randomUUID(), county)
                .query(Long.class)
                .single();
    }

    private StoredDocument store(long caseId, String name) {
        return documents.store(caseId, name, new ByteArrayInputStream(pdf()), CLERK);
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
    }
}
