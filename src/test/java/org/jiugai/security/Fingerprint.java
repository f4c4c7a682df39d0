package org.jiugai.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of every table how many rows it has and which transaction wrote the youngest: equal before and after where nothing was written. */
final class Fingerprint {
    private final JdbcClient jdbc;
    private final String query;

    Fingerprint(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = jdbc.sql(
                        """
                        select tablename from pg_tables where schemaname = 'public' and tablename not like 'spring_session%'
                        order by tablename""")
                .query(String.class)
                .list();
        query = tables.stream()
                .map(t ->
                        "select '%s' as t, count(*) || ' rows, youngest ' || coalesce(max(xmin::text::bigint), 0) as f from %s"
                                .formatted(t, t))
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> now() {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql(query)
                .query((row, n) -> found.put(row.getString("t"), row.getString("f")))
                .list();
        return found;
    }

    /** The tables that differ. */
    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(t -> !before.get(t).equals(after.get(t)))
                .toList();
    }
}
