package org.jiugai.organisation.web;

import java.util.List;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into one of a page's forms. When it is refused, the page shows it again, with the reasons.
 *
 * @param form which of the page's forms
 */
record Typed(String form, MultiValueMap<String, String> values, List<Fault> faults) {
    static Typed nothing() {
        return new Typed("", new LinkedMultiValueMap<>(), List.of());
    }

    static Typed into(String form, MultiValueMap<String, String> values) {
        return new Typed(form, values, List.of());
    }

    Typed refused(RuleViolation refusal) {
        return new Typed(form, values, refusal.faults());
    }

    String text(String field) {
        String first = values.getFirst(field);
        return first == null ? "" : first;
    }

    List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean isRefused() {
        return !faults.isEmpty();
    }

    /** What the form's field shows: what was typed into it, or what is so. */
    public String shown(String inForm, String field, String otherwise) {
        return isRefused() && form.equals(inForm) ? text(field) : otherwise;
    }

    public boolean isTicked(String inForm, String field, String value, boolean otherwise) {
        return isRefused() && form.equals(inForm) ? all(field).contains(value) : otherwise;
    }

    public boolean isFaulty(String inForm, String field) {
        return form.equals(inForm)
                && faults.stream().anyMatch(fault -> fault.field().equals(field));
    }
}
