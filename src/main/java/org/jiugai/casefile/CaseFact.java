package org.jiugai.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * One thing that happened in a case.
 *
 * @param happenedOn 发生日期
 * @param recordedAt 录入时间
 * @param person who recorded it, by his sign-in name; null where the system did
 * @param office for which office
 * @param sentence Chinese, complete without the table it comes from
 * @param document the file, where the fact is one
 */
public record CaseFact(
        Kind kind,
        LocalDate happenedOn,
        Instant recordedAt,
        @Nullable String person,
        @Nullable String office,
        String sentence,
        @Nullable Document document) {
    /** What the reader filters by. */
    public enum Kind {
        BUSINESS("业务"),
        MONEY("资金"),
        NOTICE("公示"),
        VOTE("表决"),
        ISSUE("问题"),
        DOCUMENT("文件");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A file of the case, by its id in {@code documents}. */
    public record Document(String id, String name, String sha256) {}

    /** The sentence about a row. */
    @FunctionalInterface
    public interface Words {
        String about(ResultSet row) throws SQLException;
    }

    /** Rows with the columns {@code happened_on, recorded_at, person, office} and those that the words need; a person or office may be null. */
    public static RowMapper<CaseFact> rows(Kind kind, Words words) {
        return (row, n) -> new CaseFact(
                kind,
                row.getObject("happened_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("person"),
                row.getString("office"),
                words.about(row),
                null);
    }
}
