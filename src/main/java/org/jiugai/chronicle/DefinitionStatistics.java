package org.jiugai.chronicle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the instances of one version of a process ended, how long they took, and where they waited; of the reader's counties. */
@Service
@Transactional(readOnly = true)
public class DefinitionStatistics {
    /** Nodes are counted over so many instances that ended last: over all of them it would take seconds. */
    static final int LATEST = 5_000;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final CaseRuns runs;
    private final OrganisationManagement organisation;

    DefinitionStatistics(
            JdbcClient jdbc, RepositoryService repository, CaseRuns runs, OrganisationManagement organisation) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.runs = runs;
        this.organisation = organisation;
    }

    /**
     * @param finished how many instances ended, {@code running} how many have not
     * @param median of their durations in milliseconds, {@code ninth} what nine of ten stay below
     * @param counted over how many instances the nodes are counted
     */
    public record Statistics(
            String name,
            int version,
            long finished,
            long running,
            @Nullable Long median,
            @Nullable Long ninth,
            List<Outcome> outcomes,
            int counted,
            List<Node> nodes) {}

    /** Instances that ended there; without an end event they were stopped. */
    public record Outcome(
            @Nullable String endEvent, String name, long count, @Nullable Long median, @Nullable Long ninth) {}

    /**
     * @param waited milliseconds that each visit took on the average, {@code ninth} what nine of ten stay below
     */
    public record Node(
            String node,
            String name,
            String type,
            long visits,
            long open,
            @Nullable Long waited,
            @Nullable Long ninth) {}

    private record Ended(@Nullable String endEvent, long count, @Nullable Long median, @Nullable Long ninth) {}

    private record Visited(
            String node, String type, long visits, long open, @Nullable Long waited, @Nullable Long ninth) {}

    /** Empty where there is no such definition, or the person reads no history. */
    public Optional<Statistics> of(String definitionId, String reader) {
        if (!organisation.opensCockpit(reader)) return Optional.empty();
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .singleResult())
                .map(definition -> {
                    Set<String> counties = organisation.countiesOf(reader);
                    ModelOutline outline = runs.outline(definitionId);
                    List<Ended> ended = ended(definitionId, counties);
                    Ended all = all(definitionId, counties);
                    return new Statistics(
                            definition.getName(),
                            definition.getVersion(),
                            all.count(),
                            running(definitionId, counties),
                            all.median(),
                            all.ninth(),
                            ended.stream().map(e -> outcome(e, outline)).toList(),
                            (int) Math.min(all.count(), LATEST),
                            visited(definitionId, counties).stream()
                                    .map(v -> node(v, outline))
                                    .toList());
                });
    }

    private static Outcome outcome(Ended ended, ModelOutline outline) {
        String event = ended.endEvent();
        String name = event == null ? "被终止" : outline.name(event).orElse(event);
        return new Outcome(event, name, ended.count(), ended.median(), ended.ninth());
    }

    private static Node node(Visited visited, ModelOutline outline) {
        return new Node(
                visited.node(),
                outline.name(visited.node()).orElse(visited.node()),
                visited.type(),
                visited.visits(),
                visited.open(),
                visited.waited(),
                visited.ninth());
    }

    private static final String DURATIONS =
            """
            count(*) as count, percentile_disc(0.5) within group (order by duration) as median,
            percentile_disc(0.9) within group (order by duration) as ninth
            from chronicle_ended where definition_id = :definition and county in (:counties)""";

    private List<Ended> ended(String definitionId, Set<String> counties) {
        return asked(
                        "select end_event, " + DURATIONS + " group by end_event order by count(*) desc",
                        definitionId,
                        counties)
                .query(Ended.class)
                .list();
    }

    private Ended all(String definitionId, Set<String> counties) {
        return asked("select null as end_event, " + DURATIONS, definitionId, counties)
                .query(Ended.class)
                .single();
    }

    private long running(String definitionId, Set<String> counties) {
        return asked(
                        """
                        select count(*) from chronicle_instance
                        where definition_id = :definition and county in (:counties) and ended_at is null""",
                        definitionId,
                        counties)
                .query(Long.class)
                .single();
    }

    /** Of the instances that ended last, and of those that still run. */
    private List<Visited> visited(String definitionId, Set<String> counties) {
        return asked(
                        """
                        with counted as (
                          (select id from chronicle_ended where definition_id = :definition and county in (:counties)
                           order by ended_at desc limit 5000)
                          union all
                          (select id from chronicle_instance where definition_id = :definition and county in (:counties)
                           and ended_at is null order by started_at desc limit 5000))
                        select replace(v.node, '#multiInstanceBody', '') as node, min(v.type) as type, count(*) as visits,
                               count(*) filter (where v.ended_at is null) as open, round(avg(v.duration))::bigint as waited,
                               percentile_disc(0.9) within group (order by v.duration) as ninth
                        from chronicle_visit v join counted c on c.id = v.instance_id
                        where v.type <> 'multiInstanceBody' group by 1 order by visits desc""",
                        definitionId,
                        counties)
                .query(Visited.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, String definitionId, Set<String> counties) {
        return jdbc.sql(sql)
                .param("definition", definitionId)
                .param("counties", counties.isEmpty() ? Set.of("") : counties);
    }
}
