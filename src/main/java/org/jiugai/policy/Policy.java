package org.jiugai.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of a policy as a case pins it. A parameter on which it is silent has the value of {@code NATIONAL}, and says so. */
public interface Policy {
    long versionId();

    String code();

    String name();

    int version();

    /** The value in force: the document's own, or the national default. */
    <T> T get(Parameter<T> parameter);

    /** Where the value comes from, for the case page. */
    Provenance provenance(Parameter<?> parameter);

    /** Everything in force, by key, in the order of the documents. */
    Map<String, Provenance> provenances();

    /**
     * @param isDefault whether the policy is silent and the national default applies
     * @param value as text, for people
     * @param source file, quoted phrase and requirement id, or the basis of the default
     */
    record Provenance(String key, boolean isDefault, JsonNode value, @Nullable String quote, String source) {}
}
