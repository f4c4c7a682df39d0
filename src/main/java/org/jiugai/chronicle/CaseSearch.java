package org.jiugai.chronicle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.jiugai.casefile.FurtherKeys;
import org.jiugai.casefile.Stage;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds running and finished cases for readers of history: of the cases whose whole history they read, never others. */
@Service
@Transactional(readOnly = true)
public class CaseSearch {
    /** More rows than this are counted as "more than". */
    static final int MOST = 10_000;

    private static final String[] READING = Stream.concat(Roles.READING_HISTORY.stream(), Stream.of(Roles.SYSTEM_ADMIN))
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final OrganisationManagement organisation;
    private final List<FurtherKeys> furtherKeys;
    private final RepositoryService repository;
    private final Clock clock;

    CaseSearch(
            JdbcClient jdbc,
            OrganisationManagement organisation,
            List<FurtherKeys> furtherKeys,
            RepositoryService repository,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.furtherKeys = furtherKeys;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param total how many there are in all, {@code more} where only so many were counted
     */
    public record Found(long total, boolean more, int page, int size, List<Row> rows) {}

    /** A case as it is listed. */
    public record Row(
            String caseNo,
            String name,
            String countyName,
            String streetName,
            @Nullable String communities,
            String state,
            @Nullable String stage,
            @Nullable String outcome,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            int incidents) {}

    /** What a reader may choose among: codes with their names. */
    public record Choices(Map<String, String> counties, Map<String, String> processes, Map<String, String> stages) {}

    private boolean isOpenTo(String reader) {
        return organisation.rolesOf(reader).stream().anyMatch(Arrays.asList(READING)::contains);
    }

    /** Empty for whoever reads no history. */
    public Optional<Choices> choices(String reader) {
        if (!isOpenTo(reader)) return Optional.empty();
        Map<String, String> counties = new LinkedHashMap<>();
        organisation
                .countiesOf(reader)
                .forEach(code -> counties.put(code, organisation.region(code).name()));
        Map<String, String> processes = new LinkedHashMap<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .forEach(definition -> processes.put(definition.getKey(), definition.getName()));
        Map<String, String> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) stages.put(stage.name(), stage.label());
        return Optional.of(new Choices(counties, processes, stages));
    }

    /** One page; empty for whoever reads no history. */
    public Optional<Found> find(SearchRequest asked, String reader) {
        return isOpenTo(reader) ? Optional.of(found(asked, reader)) : Optional.empty();
    }

    private Found found(SearchRequest asked, String reader) {
        Conditions where = conditions(asked, reader);
        String from = " from listed_case c where " + String.join(" and ", where.sql());
        long total = where.bind(
                        jdbc.sql("select count(*) from (select 1" + from + " limit " + (MOST + 1) + ") counted"))
                .query(Long.class)
                .single();
        int page = (int) Math.min(asked.pageNo(), Math.max(0, (Math.min(total, MOST) - 1) / SearchRequest.PAGE));
        List<Row> rows = where
                .bind(jdbc.sql(
                        """
                        select page.*, (select count(*) from chronicle_incident n where n.case_no = page.case_no and n.open) as incidents
                        from (select c.*"""
                                + from + " order by " + asked.order() + " limit " + SearchRequest.PAGE + " offset "
                                + page * SearchRequest.PAGE + ") page order by " + asked.order()))
                .query(Row.class)
                .list()
                .stream()
                .map(CaseSearch::withStage)
                .toList();
        return new Found(Math.min(total, MOST), total > MOST, page, SearchRequest.PAGE, rows);
    }

    private static Row withStage(Row row) {
        return new Row(
                row.caseNo(),
                row.name(),
                row.countyName(),
                row.streetName(),
                row.communities(),
                row.state(),
                row.stage() == null ? "立案" : Stage.valueOf(row.stage()).label(),
                row.outcome(),
                row.openedOn(),
                row.closedOn(),
                row.incidents());
    }

    private Conditions conditions(SearchRequest asked, String reader) {
        Conditions where = new Conditions();
        where.readableTo(reader, LocalDate.now(clock), jdbc);
        where.unlessBlank("starts_with(c.case_no, :caseNo)", "caseNo", asked.caseNo());
        where.unlessBlank("strpos(c.name, :name) > 0", "name", asked.name());
        where.unlessBlank(
                "exists (select 1 from listed_community m where m.case_id = c.case_id and strpos(m.name, :community) > 0)",
                "community",
                asked.community());
        where.unlessBlank("c.county = :county", "county", asked.county());
        where.unlessBlank(
                "c.state = :state",
                "state",
                asked.state() == null ? null : asked.state().name());
        where.unlessBlank(
                served(
                        "chronicle_instance",
                        "i.process = :process"
                                + (asked.running() == null ? "" : " and (i.ended_at is null) = " + asked.running())),
                "process",
                asked.process());
        if (asked.stage() != null)
            where.unlessBlank("c.stage = :stage", "stage", asked.stage().name());
        if (asked.who() == null || asked.who().isBlank()) where.underWay(asked.from(), asked.until());
        else where.actedBy(organisation.peopleCalled(asked.who().strip()), asked.from(), asked.until());
        if (asked.incident() != null) {
            where.add(
                    served("chronicle_incident", asked.incident() == SearchRequest.Incident.OPEN ? "i.open" : "true"));
        }
        return where;
    }

    /** That such a row belongs to the case: under its number, or under a key of a process that serves several cases. */
    private String served(String view, String condition) {
        return furtherKeys.stream()
                .map(further -> " or c.case_id in (select k.case_id from " + further.view() + " k join " + view
                        + " i on i.case_no = k.business_key where " + condition + ")")
                .collect(Collectors.joining(
                        "", "(c.case_no in (select i.case_no from " + view + " i where " + condition + ")", ")"));
    }

    /** Conditions on {@code listed_case c} with their parameters. */
    private record Conditions(List<String> sql, Map<String, Object> parameters) {
        Conditions() {
            this(new ArrayList<>(), new HashMap<>());
        }

        void add(String condition) {
            sql.add(condition);
        }

        void readableTo(String reader, LocalDate day, JdbcClient jdbc) {
            List<String> counties = jdbc.sql("select county from history_counties(:reader, :day, :roles)")
                    .param("reader", reader)
                    .param("day", day)
                    .param("roles", READING)
                    .query(String.class)
                    .list();
            parameters.put("counties", counties.isEmpty() ? List.of("") : counties);
            parameters.put("reader", reader);
            parameters.put("day", day);
            parameters.put("roles", READING);
            boolean further = jdbc.sql(
                            """
                            select exists (select 1 from acting_offices(:day) a join office o on o.id = a.office and o.kind = 'AUTHORITY'
                            join region r on r.code = o.region and r.kind = 'CITY' where a.person = :reader)""")
                    .param("reader", reader)
                    .param("day", day)
                    .query(Boolean.class)
                    .single();
            add(
                    further
                            ? "(c.county in (:counties) or c.case_id in (select case_id from history_cases(:reader, :day, :roles)))"
                            : "c.county in (:counties)");
        }

        void unlessBlank(String condition, String parameter, @Nullable String value) {
            if (value == null || value.isBlank()) return;
            sql.add(condition);
            parameters.put(parameter, value.strip());
        }

        void underWay(@Nullable LocalDate from, @Nullable LocalDate until) {
            if (from != null) {
                add("(c.closed_on is null or c.closed_on >= :from)");
                parameters.put("from", from);
            }
            if (until != null) {
                add("c.opened_on <= :until");
                parameters.put("until", until);
            }
        }

        void actedBy(List<String> people, @Nullable LocalDate from, @Nullable LocalDate until) {
            parameters.put("people", people.isEmpty() ? List.of("") : people);
            String period = "";
            if (from != null) {
                period += " and a.done_at >= cast(:from as date)::timestamp at time zone 'Asia/Shanghai'";
                parameters.put("from", from);
            }
            if (until != null) {
                period += " and a.done_at < (cast(:until as date) + 1)::timestamp at time zone 'Asia/Shanghai'";
                parameters.put("until", until);
            }
            // as one condition on a case: of somebody who acts in all of them the first page is found at once, of
            // others by their acts
            add("exists (select 1 from act_of_case a where a.case_id = c.case_id"
                    + " and (a.person in (:people) or a.on_behalf_of in (:people))" + period + ")");
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            return statement.params(parameters);
        }
    }
}
