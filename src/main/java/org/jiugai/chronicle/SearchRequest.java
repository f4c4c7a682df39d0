package org.jiugai.chronicle;

import java.time.LocalDate;
import org.jiugai.casefile.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a reader looks for; what is null or blank does not count.
 *
 * @param caseNo how the number begins
 * @param name part of the project's name
 * @param community part of a community's name
 * @param county code
 * @param process id of a process that the case went through, or goes through now where {@code running}
 * @param who name or sign-in name of a person who acted, for himself or through somebody standing in
 * @param from the first day of a period in which the case was under way; where {@code who} is given, in which he acted
 * @param incident ANY where a technical incident came up, OPEN where one is unsolved
 * @param page from 0
 */
public record SearchRequest(
        @Nullable String caseNo,
        @Nullable String name,
        @Nullable String community,
        @Nullable String county,
        @Nullable String process,
        @Nullable Boolean running,
        @Nullable State state,
        @Nullable Stage stage,
        @Nullable String who,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
        @Nullable Incident incident,
        @Nullable Sort sort,
        @Nullable Boolean ascending,
        @Nullable Integer page) {
    /** Rows of one page. */
    static final int PAGE = 25;

    /** Whether the case is closed. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** Technical incidents: jobs of the engine that failed. */
    public enum Incident {
        ANY,
        OPEN
    }

    /** By what the rows are ordered. */
    public enum Sort {
        OPENED("opened_on", ""),
        CLOSED("closed_on", " nulls last"),
        NUMBER("case_no", ""),
        NAME("name collate \"zh-x-icu\"", "");

        private final String column;
        private final String nulls;

        Sort(String column, String nulls) {
            this.column = column;
            this.nulls = nulls;
        }

        /** What has no value comes last; said only where there may be none, or no index would serve. */
        String order(String direction) {
            return column + direction + nulls + ", case_id" + direction;
        }
    }

    /** Newest first, unless the reader says otherwise. */
    String order() {
        return (sort == null ? Sort.OPENED : sort).order(Boolean.TRUE.equals(ascending) ? " asc" : " desc");
    }

    int pageNo() {
        return page == null ? 0 : Math.max(0, page);
    }
}
