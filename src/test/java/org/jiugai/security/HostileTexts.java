package org.jiugai.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Texts that are harmless only where they are treated as texts, dealt out so that each has its turn. */
final class HostileTexts {
    private static final Pattern LETTER = Pattern.compile("%U\\+([0-9A-F]{4,5})%");
    private final Map<String, Integer> used = new LinkedHashMap<>();

    /** The strings of {@code security/xss.txt}. */
    static List<String> scripts() {
        return lines("security/xss.txt");
    }

    /** The strings of {@code security/expressions.txt}. */
    static List<String> expressions() {
        return lines("security/expressions.txt");
    }

    HostileTexts() {
        Stream.concat(scripts().stream(), expressions().stream()).forEach(text -> used.put(text, 0));
    }

    /** One of those that were used least and are not longer than this; null when none is that short. */
    String next(int longest) {
        String next = used.entrySet().stream()
                .filter(e -> e.getKey().length() <= longest)
                .min(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new AssertionError("no text of " + longest + " letters"));
        used.merge(next, 1, Integer::sum);
        return next;
    }

    private static List<String> lines(String file) {
        try {
            String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank())
                    lines.add(LETTER.matcher(line)
                            .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                                    Character.toString(Integer.parseInt(m.group(1), 16)))));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
