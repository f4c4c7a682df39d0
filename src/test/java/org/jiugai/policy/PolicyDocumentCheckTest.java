package org.jiugai.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiugai.kernel.Digests;
import org.jiugai.kernel.RuleViolation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentCheckTest {
    static Stream<String> shippedDocuments() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/policies"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("labels.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedDocuments")
    void shippedDocumentsAreCompleteAndQuoteTheirSources(String file) {
        assertThat(file).matches("[A-Z0-9-]+\\.yaml");
        assertThat(messages(file.replace(".yaml", ""), TestPolicies.text("/policies/" + file)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shippedDocuments")
    void whateverChangesInADocumentGetsAHigherVersion(String file) {
        String text = TestPolicies.text("/policies/" + file);
        List<String> delivered = TestPolicies.text("/policies/delivered.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(delivered)
                .as("raise the version and add a line")
                .contains("%s %d %s"
                        .formatted(
                                file.replace(".yaml", ""),
                                PolicyDocument.parse(text).version(),
                                Digests.sha256(text)));
    }

    @Test
    void sourcesOfTheShippedDocumentsAreAtHand() {
        assertThat(TestPolicies.source("003_bd3d5856826f484c.txt")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            effectiveFrom                  | 日期 2024-04-31 不存在
            eligibility.buildYearCutoff    | 2000-02-30 不是有效的日期
            eligibility.criteria           | =< 不在允许范围内
            eligibility.criteria           | @eligibility.minProblems 不存在
            eligibility.consentShare       | 3/2 应在 0 至 1 之间
            consultation.rounds            | 为 5，应在 1 至 2 之间
            notice.days                    | 缺少 quote
            notice.days                    | 缺少 requirement
            report.day                     | quote 在来源文件中找不到
            survey.coverage                | status 的值 CERTAIN 不在允许范围内
            notice.dayz                    | 没有这个参数
            notice.stages                  | THIRD_DRAFT 不是允许的取值之一
            review.chair                   | housing-office 不在允许范围内
            review.chair                   | PROVINCE 不是允许的取值之一
            review.parties                 | fire-brigade 不在允许范围内
            review.parties                 | IMPORTANT 不是允许的取值之一
            review.parties                 | housing-bureau 重复
            payment.schedule               | M2 的进度应高于前一期
            payment.schedule               | 合计 95.00%，应为 100%
            payment.schedule               | 最后一期 M4 的比例应为 REMAINDER
            retention.months               | 为 30，应在 1 至 24 之间
            stages.fixedDates              | 02-30 不存在
            stages.fixedDates              | 未知阶段 PAINTING
            acceptance.residentReps        | MASKED 的参数不能有 value
            acceptance.rectifyDays         | SILENT 的参数不能有 value
            """)
    void everyFaultOfABrokenDocumentIsNamedAtOnceWithDocumentAndKey(String key, String part) {
        assertThat(faults("broken", TestPolicies.text("/policies/broken.yaml")))
                .anyMatch(fault -> fault.field().equals("broken:" + key)
                        && fault.message().startsWith("政策文件 broken 的 " + key)
                        && fault.message().contains(part));
    }

    @Test
    void whatIsRightInABrokenDocumentIsNotNamed() {
        assertThat(faults("broken", TestPolicies.text("/policies/broken.yaml")))
                .noneMatch(fault -> fault.field().contains("fund.specialAccount"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            fund.specialAccount: {value: 1, status: LAW, basis: 依据}                                     | 应为 true 或 false
            notice.days: {value: "7", status: LAW, basis: 依据}                                          | 应为整数
            survey.coverage: {value: 0.9, status: LAW, basis: 依据}                                      | 应为加引号的文字
            survey.coverage: {value: "0.9", status: LAW}                                               | 缺少 basis
            survey.coverage: {value: "0.9"}                                                            | 缺少 status
            survey.coverage: {status: LAW, basis: 依据}                                                 | 缺少 value
            survey.coverage: {value: "0.9", status: LAW, basis: 依据, remark: 备注}                       | 有未知字段 remark
            review.chair: {value: {role: expert}, status: LAW, basis: 依据}                             | 缺少 level
            review.chair: {value: {role: expert, level: CITY, office: x}, status: LAW, basis: 依据}     | 有未知字段 office
            payment.approvalChain: {value: [supervisor, boss], status: LAW, basis: 依据}                | boss 不在允许范围内
            sla: {value: {award: {days: -1, dayType: DAYS}}, status: LAW, basis: 依据}                  | DAYS 不在允许范围内
            sla: {value: {award: {days: -1, dayType: DAYS}}, status: LAW, basis: 依据}                  | sla[award].days 为 -1
            tender.mode: {value: EPC, status: LAW, basis: 依据}                                         | 应为列表
            """)
    void wrongEntriesAreNamed(String entry, String part) {
        assertThat(messages("T", document(entry))).anyMatch(message -> message.contains(part));
    }

    @Test
    void nationalDefaultsMustGiveEveryParameter() {
        String text = TestPolicies.text("/policies/NATIONAL.yaml").replace("  report.day:", "  notice.dayz:");
        assertThat(faults("NATIONAL", text))
                .extracting(Fault::field)
                .contains("NATIONAL:report.day", "NATIONAL:notice.dayz");
    }

    @Test
    void retentionShareMustBeWhatTheScheduleLeaves() {
        String text = TestPolicies.text("/policies/TOWN-LT.yaml").replace("value: \"0.10\"", "value: \"0.05\"");
        assertThat(messages("TOWN-LT", text)).singleElement().asString().contains("retention.share", "10.00%", "不一致");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(messages("T", document("report.day: {status: SILENT}\n  report.day: {status: SILENT}")))
                .singleElement()
                .asString()
                .contains("不是有效的 YAML");
    }

    private static String document(String entry) {
        return """
                code: T
                name: 测试
                source: {file: 无, documentNumber: 测试}
                version: 1
                effectiveFrom: "2024-01-01"
                parameters:
                  %s
                """
                .formatted(entry);
    }

    private static List<String> messages(String name, String text) {
        return faults(name, text).stream().map(Fault::message).toList();
    }

    private static List<Fault> faults(String name, String text) {
        return PolicyDocumentCheck.faults(name, text, TestPolicies::source);
    }
}
