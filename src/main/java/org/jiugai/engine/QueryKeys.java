package org.jiugai.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of a query's conditions, in JSON and behind the question mark: those that end in {@code Expression} are evaluated. */
final class QueryKeys {
    private QueryKeys() {}

    static boolean isExpression(String key) {
        return key.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** Reads the query as it was sent: the server's own map leaves out what it cannot decode and what goes beyond its limit. */
    static boolean carryExpression(@Nullable String query) {
        return query != null
                && Stream.of(query.split("[&;]"))
                        .map(pair -> pair.split("=", 2)[0])
                        .anyMatch(key -> isExpression(decode(key)));
    }

    /** What cannot be decoded is taken for the worst. */
    private static String decode(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return "undecodable expression";
        }
    }
}
