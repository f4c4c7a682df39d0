package org.jiugai.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/** Checks a policy document as a whole: everything that is wrong with it at once, each fault with document and key. */
final class PolicyDocumentCheck {
    static final String NATIONAL = "NATIONAL";

    private static final Set<String> ROOT_FIELDS =
            Set.of("code", "name", "source", "version", "effectiveFrom", "parameters");
    private static final Set<String> SOURCE_FIELDS = Set.of("file", "documentNumber", "issued");
    private static final Set<String> ENTRY_FIELDS =
            Set.of("value", "unit", "status", "quote", "requirement", "interpretation", "basis");
    private static final Set<String> STATUSES = Set.of("EXPLICIT", "AMBIGUOUS", "SILENT", "MASKED", "PROPOSED", "LAW");
    private static final Set<String> WITHOUT_VALUE = Set.of("SILENT", "MASKED");
    private static final Pattern REQUIREMENTS = Pattern.compile("S\\d+-\\d+(, ?S\\d+-\\d+)*");

    private final String document;
    private final Function<String, @Nullable String> sources;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable String sourceText;

    private PolicyDocumentCheck(String document, Function<String, @Nullable String> sources) {
        this.document = document;
        this.sources = sources;
    }

    /**
     * @param document its name, the code that it must carry
     * @param sources text of a source file, null where it is not at hand: then quotes are not compared
     */
    static List<Fault> faults(String document, String text, Function<String, @Nullable String> sources) {
        PolicyDocumentCheck check = new PolicyDocumentCheck(document, sources);
        try {
            check.document(PolicyYaml.read(text));
        } catch (JsonProcessingException e) {
            check.fault("", "不是有效的 YAML：" + e.getOriginalMessage());
        }
        return check.faults;
    }

    private void document(JsonNode root) {
        if (!root.isObject() || !root.path("parameters").isObject()) {
            fault("parameters", "缺少参数");
            return;
        }
        onlyFields("", root, ROOT_FIELDS);
        require(root.path("code").asText().equalsIgnoreCase(document), "code", "应与文件名一致");
        written(root, "name");
        JsonNode version = root.path("version");
        require(version.isInt() && version.intValue() > 0, "version", "应为正整数");
        date("effectiveFrom", root.path("effectiveFrom"));
        source(root.path("source"));
        root.path("parameters").properties().forEach(e -> entry(e.getKey(), e.getValue()));
        if (document.equals(NATIONAL)) complete(root.path("parameters"));
        retention(root.path("parameters"));
    }

    private void source(JsonNode source) {
        onlyFields("source", source, SOURCE_FIELDS);
        written(source, "file");
        written(source, "documentNumber");
        if (source.has("issued")) date("source.issued", source.path("issued"));
        String found = sources.apply(source.path("file").asText());
        sourceText = found == null ? null : plain(found);
    }

    private void entry(String key, JsonNode entry) {
        Parameter<?> parameter = Parameters.byKey().get(key);
        if (parameter == null) {
            fault(key, "没有这个参数");
            return;
        }
        onlyFields(key, entry, ENTRY_FIELDS);
        String status = entry.path("status").asText();
        require(!status.isEmpty(), key, "缺少 status");
        require(status.isEmpty() || STATUSES.contains(status), key, "status 的值 " + status + " 不在允许范围内");
        require(!WITHOUT_VALUE.contains(status) || !entry.has("value"), key, status + " 的参数不能有 value");
        require(!STATUSES.contains(status) || WITHOUT_VALUE.contains(status) || entry.has("value"), key, "缺少 value");
        reason(key, status, entry);
        if (entry.has("value"))
            ParameterCheck.faults(parameter, entry.path("value")).forEach(message -> fault(key, message));
    }

    private void reason(String key, String status, JsonNode entry) {
        switch (status) {
            case "EXPLICIT", "AMBIGUOUS", "MASKED" -> quoted(key, status, entry);
            case "PROPOSED", "LAW" -> require(isWritten(entry, "basis"), key, "缺少 basis（依据）");
            default -> {
                // nothing to give a reason for
            }
        }
    }

    private void quoted(String key, String status, JsonNode entry) {
        require(isWritten(entry, "quote"), key, "缺少 quote（原文）");
        if (!status.equals("MASKED")) require(isWritten(entry, "requirement"), key, "缺少 requirement（要求编号）");
        if (status.equals("AMBIGUOUS")) require(isWritten(entry, "interpretation"), key, "缺少 interpretation（理解）");
        if (isWritten(entry, "requirement"))
            require(
                    REQUIREMENTS.matcher(entry.path("requirement").asText()).matches(),
                    key,
                    "requirement 应为要求编号，如 S1-12");
        if (sourceText != null && isWritten(entry, "quote"))
            require(
                    sourceText.contains(plain(entry.path("quote").asText())),
                    key,
                    "quote 在来源文件中找不到：" + entry.path("quote").asText());
    }

    private void complete(JsonNode parameters) {
        for (String key : Parameters.byKey().keySet())
            require(parameters.path(key).has("value"), key, "国家默认口径必须给出每个参数的值");
    }

    private void retention(JsonNode parameters) {
        JsonNode share = parameters.path(Parameters.RETENTION_SHARE.key()).path("value");
        JsonNode schedule = parameters.path(Parameters.PAYMENT_SCHEDULE.key()).path("value");
        if (!faults.isEmpty() || share.isMissingNode() || schedule.isMissingNode()) return;
        Share left = PaymentShares.retained(PolicyYaml.value(schedule, Parameters.PAYMENT_SCHEDULE.type()));
        require(
                Share.of(share.asText()).equals(left),
                Parameters.RETENTION_SHARE.key(),
                "与 payment.schedule 的质保金比例 " + left.percent() + "% 不一致");
    }

    private void date(String key, JsonNode date) {
        try {
            LocalDate.parse(date.asText());
        } catch (DateTimeException e) {
            fault(key, "日期 " + date.asText() + " 不存在或格式不对（应为 2024-01-31）");
        }
    }

    private void onlyFields(String key, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(field -> require(known.contains(field), key, "有未知字段 " + field));
    }

    private void written(JsonNode node, String field) {
        require(isWritten(node, field), field, "必填");
    }

    private static boolean isWritten(JsonNode node, String field) {
        return node.path(field).isTextual() && !node.path(field).textValue().isBlank();
    }

    private void require(boolean holds, String key, String message) {
        if (!holds) fault(key, message);
    }

    private void fault(String key, String message) {
        faults.add(new Fault(
                document + ":" + key, "政策文件 %s%s：%s".formatted(document, key.isEmpty() ? "" : " 的 " + key, message)));
    }

    /** The sources mix code points and line breaks: both sides are compared in NFKC and without white space (book 0.3, trap 1). */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
