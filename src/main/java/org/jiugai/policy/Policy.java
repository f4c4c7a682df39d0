package org.jiugai.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;

/** One version of a policy as a case pins it. A parameter on which it is silent has the value of {@code NATIONAL}, and says so. */
public final class Policy {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final long versionId;
    private final PolicyDocument own;
    private final PolicyDocument national;
    private final Map<String, FilledValue> filled;
    private final Map<String, Provenance> provenances = new LinkedHashMap<>();

    /** @param filled values for masked keys */
    Policy(long versionId, PolicyDocument own, PolicyDocument national, List<FilledValue> filled) {
        this.versionId = versionId;
        this.own = own;
        this.national = national;
        this.filled = filled.stream().collect(Collectors.toMap(FilledValue::key, f -> f));
        Parameters.byKey().values().forEach(p -> provenances.put(p.key(), origin(p)));
    }

    public long versionId() {
        return versionId;
    }

    public String code() {
        return own.code();
    }

    public String name() {
        return own.name();
    }

    public int version() {
        return own.version();
    }

    /**
     * The value in force: the document's own, or the national default. Of a map (periods, dates), each entry that the document does not
     * give is the national one.
     *
     * @throws RuleViolation when the source blanks the value out and nobody has filled it
     */
    public <T> T get(Parameter<T> parameter) {
        JsonNode value = provenance(parameter).value();
        if (value.isNull())
            throw new RuleViolation(
                    "policy.maskedValues", parameter.key(), name() + "的参数 " + parameter.key() + " 原文空缺，尚未填写");
        return PolicyYaml.value(value, parameter.type());
    }

    /** The same of a parameter that may be younger than this version; then what is given here counts. */
    public <T> T get(Parameter<T> parameter, T younger) {
        return provenance(parameter).value().isNull() ? younger : get(parameter);
    }

    /** Where the value comes from, for the case page. */
    public Provenance provenance(Parameter<?> parameter) {
        Provenance found = provenances.get(parameter.key());
        if (found == null) throw new IllegalArgumentException("unknown parameter " + parameter.key());
        return found;
    }

    /** Everything in force, by key, in the order of the documents. */
    public Map<String, Provenance> provenances() {
        return Collections.unmodifiableMap(provenances);
    }

    /** The masked keys that nobody has filled; none when cases can be opened under it. */
    public List<String> missing() {
        return own.maskedKeys().stream().filter(key -> !filled.containsKey(key)).toList();
    }

    /** The roles that offices of the city hold in cases under this policy: what it places at level CITY and does not call off. */
    public Set<String> cityRoles() {
        Set<String> roles = new TreeSet<>();
        provenances.values().forEach(p -> cityRoles(p.value(), roles));
        return roles;
    }

    private static void cityRoles(JsonNode node, Set<String> roles) {
        boolean calledOff = node.has("required") && !node.path("required").asBoolean();
        if (node.path("level").asText().equals(Parameters.Level.CITY.name()) && !calledOff) {
            roles.add(node.path("role").asText());
        }
        node.forEach(child -> cityRoles(child, roles));
    }

    /** The national value, whatever this policy says. */
    public <T> T national(Parameter<T> parameter) {
        return PolicyYaml.value(national.entry(parameter.key()).path("value"), parameter.type());
    }

    /** How an ambiguous phrase was understood. */
    @Nullable
    String interpretation(Parameter<?> parameter) {
        return own.text(parameter.key(), "interpretation");
    }

    /**
     * The node of what a person typed for a parameter: text as it stands, or else read as the documents are.
     *
     * @throws RuleViolation when it does not fit the parameter
     */
    static JsonNode typed(Parameter<?> parameter, String text) {
        JsonNode plain = TextNode.valueOf(text.strip());
        if (ParameterCheck.faults(parameter, plain).isEmpty()) return plain;
        JsonNode node;
        try {
            node = PolicyYaml.read(text);
        } catch (JsonProcessingException e) {
            node = plain;
        }
        List<String> faults = ParameterCheck.faults(parameter, node);
        if (faults.isEmpty()) return node;
        throw new RuleViolation(
                "policy.valueRefused",
                faults.stream().map(f -> new RuleViolation.Fault("value", f)).toList());
    }

    private Provenance origin(Parameter<?> parameter) {
        String key = parameter.key();
        FilledValue value = filled.get(key);
        if (value != null) return filledOrigin(parameter, value);
        if (own.masks(key))
            return new Provenance(
                    key, false, Status.MASKED, NullNode.instance, own.text(key, "quote"), reference(own, key));
        if (!own.gives(key)) return written(national, parameter, !code().equals(national.code()));
        Provenance ownValue = written(own, parameter, false);
        return PolicyYaml.typeOf(parameter.type()).isMapLikeType() ? overlaid(ownValue) : ownValue;
    }

    private Provenance filledOrigin(Parameter<?> parameter, FilledValue value) {
        String key = parameter.key();
        String source = "%s；原文空缺，由 %s 于 %s 填写"
                .formatted(
                        reference(own, key),
                        value.filledBy(),
                        value.filledAt().atZone(SHANGHAI).toLocalDate());
        return new Provenance(
                key, false, Status.FILLED, typed(parameter, value.value()), own.text(key, "quote"), source);
    }

    private Provenance overlaid(Provenance ownValue) {
        ObjectNode merged = national.entry(ownValue.key()).path("value").deepCopy();
        ownValue.value().properties().forEach(e -> merged.set(e.getKey(), e.getValue()));
        return new Provenance(ownValue.key(), false, ownValue.status(), merged, ownValue.quote(), ownValue.source());
    }

    private static Provenance written(PolicyDocument document, Parameter<?> parameter, boolean isDefault) {
        String key = parameter.key();
        return new Provenance(
                key,
                isDefault,
                isDefault
                        ? Status.SILENT
                        : Status.valueOf(document.entry(key).path("status").asText()),
                document.gives(key) ? document.entry(key).path("value") : NullNode.instance,
                document.text(key, "quote"),
                reference(document, key));
    }

    private static String reference(PolicyDocument document, String key) {
        String basis = document.text(key, "basis");
        if (basis != null) return basis;
        String requirement = document.text(key, "requirement");
        String interpretation = document.text(key, "interpretation");
        return document.source()
                + (requirement == null ? "" : " " + requirement)
                + (interpretation == null ? "" : "；理解：" + interpretation);
    }

    /** What the document says about a parameter. */
    public enum Status {
        EXPLICIT("明确"),
        AMBIGUOUS("有歧义"),
        SILENT("未规定（国家默认）"),
        MASKED("原文空缺，待填写"),
        FILLED("原文空缺，已填写"),
        PROPOSED("建议值"),
        LAW("法定");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the source blanks the value out, so that an administrator gives it. */
        public boolean isMasked() {
            return this == MASKED || this == FILLED;
        }
    }

    /**
     * @param isDefault whether the policy is silent and the national default applies
     * @param value as the document gives it; null node where it is masked and nobody has filled it
     * @param source file, requirement id and how it was understood, or the basis of the default
     */
    public record Provenance(
            String key, boolean isDefault, Status status, JsonNode value, @Nullable String quote, String source) {
        /** What the pages call the parameter. */
        public String label() {
            return PolicyWords.label(key);
        }

        /** The value in Chinese words; empty where it is missing. */
        public String inWords() {
            return PolicyWords.inWords(value);
        }

        /** The value as people write it: text without quotes, the rest as in the documents; empty where it is missing. */
        public String shown() {
            return value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
        }
    }
}
