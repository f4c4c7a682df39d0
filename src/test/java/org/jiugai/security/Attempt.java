package org.jiugai.security;

/**
 * Something tried on an open form.
 *
 * @param wrong what is wrong with the answer, empty when it is as it must be
 */
record Attempt(String form, String kind, String field, String value, String wrong) {
    static final String FOREIGN = "an id of another case";
    static final String UNDECLARED = "a value that the form does not declare";
    static final String EXTREME = "a value at the end of its range";

    boolean failed() {
        return !wrong.isEmpty();
    }
}
