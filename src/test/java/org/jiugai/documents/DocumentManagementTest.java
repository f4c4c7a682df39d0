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
import org.jiugai.SampleFiles;
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
    java.time.Clock clock;

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

    @Test
    void uploadsThatBelongToNothingAreCountedByPersonAndByCase() {
        StoredDocument attached = store(CASE, "附件.pdf");
        documents.attach(CASE, "附件", "x:1", List.of(attached.id()), CLERK);
        open(299, OTHER_CASE, "zhujian", 1, "1 hour");
        open(50, OTHER_CASE, "zhujian", 1, "25 hours");
        store(CASE, "最后一个.pdf");
        refuses(() -> store(CASE, "多一个.pdf"), "documents.tooManyOpen", "24小时内");

        Actor other = new Actor("yunlu", "李静", "yunlu", "云路社区");
        documents.store(CASE, "别人的.pdf", new ByteArrayInputStream(pdf()), other);
        open(600, CASE, "jiedao", 1, "1 hour");
        refuses(
                () -> documents.store(CASE, "别人的.pdf", new ByteArrayInputStream(pdf()), other),
                "documents.tooManyOpen",
                "本案件");
        documents.store(OTHER_CASE, "别人的.pdf", new ByteArrayInputStream(pdf()), other);
        documents.store(CASE, "系统的.pdf", new ByteArrayInputStream(pdf()), Actor.SYSTEM);
    }

    @Test
    void uploadsThatBelongToNothingAreLimitedInTheirSizeTogether() {
        open(2, OTHER_CASE, "zhujian", 1_600_000_000L, "1 hour");
        open(2, OTHER_CASE, "zhujian", 1_600_000_000L, "25 hours");
        store(CASE, "还可以.pdf");
        open(1, OTHER_CASE, "zhujian", 30_000_000L, "1 hour");
        refuses(() -> store(CASE, "多一个.pdf"), "documents.tooManyOpen", "3072 MB");
    }

    @Test
    void listOfAttachmentsHasAnEnd() {
        List<UUID> many = new java.util.ArrayList<>();
        StoredDocument document = store(CASE, "照片.pdf");
        for (int i = 0; i < 100; i++) many.add(document.id());
        documents.attach(CASE, "照片", "x:1", many, CLERK);
        many.add(document.id());
        refuses(() -> documents.attach(CASE, "照片", "x:2", many, CLERK), "documents.tooManyInList", "【照片】最多上传100个文件");
        refuses(
                () -> documents.link(CASE, OTHER_CASE, "照片", "x:2", many, CLERK),
                "documents.tooManyInList",
                "【照片】最多上传100个文件");
        assertThat(documents.ofSubject(CASE, "x:2")).isEmpty();
    }

    @Test
    void refusedFileLeavesNoRow() {
        refuses(
                () -> documents.store(
                        CASE, "网页.pdf", new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8)), CLERK),
                "documents.typeNotAllowed",
                "只能上传");
        assertThat(jdbc.sql("select count(*) from document where case_id = ?")
                        .param(CASE)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nameIsKeptHarmless() {
        assertThat(store(CASE, "../../<b>\u202e书.pdf").originalName()).isEqualTo("_b__书.pdf");
    }

    private static void refuses(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String code, String words) {
        assertThatThrownBy(action)
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void open(int number, long caseId, String uploader, long size, String ago) {
        jdbc.sql(
                        """
                        insert into document (id, case_id, original_name, media_type, size, sha256, uploaded_by, uploaded_at, uploader)
                        select gen_random_uuid(), :case, 'x', 'x', :size, repeat('0', 64), 'x', cast(:now as timestamptz) - cast(:ago as interval), :uploader
                        from generate_series(1, :number)""")
                .param("case", caseId)
                .param("size", size)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("ago", ago)
                .param("uploader", uploader)
                .param("number", number)
                .update();
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
        return SampleFiles.pdf();
    }
}
