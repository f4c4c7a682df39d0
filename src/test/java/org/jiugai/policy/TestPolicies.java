package org.jiugai.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies for tests of rules, without Spring and database. */
public final class TestPolicies {
    private TestPolicies() {}

    /** The policy of a document as it is loaded, with version id 1 and nothing filled in. */
    public static Policy of(String code) {
        return of(text("/policies/" + code + ".yaml"), List.of());
    }

    static Policy of(String document, List<FilledValue> filled) {
        PolicyDocument national = PolicyDocument.parse(text("/policies/NATIONAL.yaml"));
        PolicyDocument own = PolicyDocument.parse(document);
        return new Policy(1, own.code().equals("NATIONAL") ? national : own, national, filled);
    }

    static String text(String resource) {
        String found = find(resource);
        if (found == null) throw new IllegalArgumentException("no " + resource);
        return found;
    }

    /** The text of a source document, null when it is not there. */
    static @Nullable String source(String file) {
        return find("/sources/" + file);
    }

    private static @Nullable String find(String resource) {
        try (InputStream in = TestPolicies.class.getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
