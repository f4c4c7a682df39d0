package org.jiugai.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What each role may be answered on which routes: the first line that fits counts. A new role is a new column. {@code ok} is an answer,
 * {@code no} a refusal.
 */
final class RouteTable {
    private final List<String> roles;
    private final List<Line> lines;

    record Line(Pattern route, List<List<String>> answers) {}

    private RouteTable(List<String> roles, List<Line> lines) {
        this.roles = roles;
        this.lines = lines;
    }

    static RouteTable read() {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (String line : new ClassPathResource("security/routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\n", -1)) {
                if (line.isBlank() || line.startsWith("#")) continue;
                rows.add(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
            }
            List<Line> lines = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                List<List<String>> answers = row.subList(1, row.size()).stream()
                        .map(cell -> List.of(cell.replace("no", "302 401 403 404 405 422")
                                .replace("ok", "200 201 204")
                                .split(" +", -1)))
                        .toList();
                lines.add(new Line(pattern(row.get(0)), answers));
            }
            return new RouteTable(rows.get(0).subList(1, rows.get(0).size()), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A star stands for any letters, several verbs are divided by commas. */
    private static Pattern pattern(String route) {
        int space = route.indexOf(' ');
        String verbs = route.substring(0, space).replace(",", "|").replace("*", "[A-Z]+");
        String path = Arrays.stream(route.substring(space + 1).strip().split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow();
        return Pattern.compile("(" + verbs + ") " + path);
    }

    Line line(String route) {
        return lines.stream()
                .filter(l -> l.route().matcher(route).matches())
                .findFirst()
                .orElse(null);
    }

    boolean allows(String route, String role, int status) {
        Line line = line(route);
        return line != null && line.answers().get(roles.indexOf(role)).contains(String.valueOf(status));
    }
}
