package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.organisation.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of cases that a person may see, one page at a time. */
@Service
@Transactional(readOnly = true)
public class CaseRegister {
    /** Rows of one page. */
    public static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final OpenSteps steps;
    private final CaseHeaders headers;
    private final Clock clock;

    CaseRegister(JdbcClient jdbc, OpenSteps steps, CaseHeaders headers, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.headers = headers;
        this.clock = clock;
    }

    /** The streets of the cases that the reader may see. */
    public List<Region> streets(String reader) {
        return jdbc.sql(
                        """
                        select distinct r.* from renovation_case c join region r on r.code = c.street
                        where c.id in (select case_id from case_seats(?, ?)) order by r.code""")
                .params(reader, LocalDate.now(clock))
                .query(Region.class)
                .list();
    }

    /**
     * @param reader nothing but the cases that he may see is found
     * @param street region code, null for all
     * @param stage null for all
     */
    public List<Row> page(String reader, @Nullable String street, @Nullable Stage stage, int page) {
        List<Found> found = jdbc.sql(
                        """
                        select * from (
                            select c.id, c.case_no, c.name, c.policy_code, c.investment_fen, c.state, c.outcome, r.name as street_name, c.street,
                                   (select s.stage from case_stage s where s.case_id = c.id and s.reached_on is not null
                                    order by array_position(array['SURVEY','CONSULTATION','REVIEW','FORMALITIES','PROCUREMENT','CONSTRUCTION',
                                             'ACCEPTANCE','SETTLEMENT','WARRANTY','ARCHIVED'], s.stage) desc limit 1) as stage
                            from renovation_case c join region r on r.code = c.street
                            where c.id in (select case_id from case_seats(:reader, :day))) x
                        where (cast(:street as text) is null or street = :street) and (cast(:stage as text) is null or stage = :stage)
                        order by id desc limit :size offset :skip""")
                .param("reader", reader)
                .param("day", LocalDate.now(clock))
                .param("street", street)
                .param("stage", stage == null ? null : stage.name())
                .param("size", PAGE)
                .param("skip", (long) PAGE * page)
                .query(Found.class)
                .list();
        Map<String, List<OpenStep>> open = steps
                .of(found.stream().map(Found::caseNo).toList())
                .stream()
                .collect(Collectors.groupingBy(OpenStep::caseNo));
        return found.stream()
                .map(f -> row(f, open.getOrDefault(f.caseNo(), List.of())))
                .toList();
    }

    private Row row(Found found, List<OpenStep> open) {
        Optional<LocalDate> due =
                open.stream().map(OpenStep::due).filter(Objects::nonNull).min(Comparator.naturalOrder());
        return new Row(
                found.caseNo(),
                found.name(),
                found.streetName(),
                found.policyCode(),
                found.stage() == null ? "立案" : Stage.valueOf(found.stage()).label(),
                found.outcome() == null ? "" : found.outcome(),
                open.stream()
                        .map(s -> s.name() + "·" + s.holder())
                        .distinct()
                        .limit(3)
                        .toList(),
                due.map(LocalDate::toString).orElse(""),
                due.map(headers::colour).orElse("GREEN"));
    }

    record Found(
            long id,
            String caseNo,
            String name,
            String policyCode,
            long investmentFen,
            String state,
            @Nullable String outcome,
            String streetName,
            String street,
            @Nullable String stage) {}

    /** A line of the list, as shown. */
    public record Row(
            String caseNo,
            String name,
            String street,
            String policyCode,
            String stage,
            String outcome,
            List<String> waitingFor,
            String due,
            String colour) {}
}
