package org.jiugai.policy;

import com.fasterxml.jackson.core.type.TypeReference;

/**
 * A parameter that a policy may set: its key in the documents and its type.
 *
 * @param key e.g. {@code notice.days}
 * @param type how its value is read
 */
public record Parameter<T>(String key, TypeReference<T> type) {}
