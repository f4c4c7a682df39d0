package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people find when they ask the engine for everything: readers all of their county, others nothing but models. */
@ProcessTest
class CountyScopeTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private ProcessEngine engine;

    /** Lists of what happened in a county. */
    private static Map<String, ToLongFunction<ProcessEngine>> lists() {
        Map<String, ToLongFunction<ProcessEngine>> lists = new LinkedHashMap<>();
        lists.put(
                "instances",
                e -> e.getRuntimeService().createProcessInstanceQuery().count());
        lists.put(
                "executions", e -> e.getRuntimeService().createExecutionQuery().count());
        lists.put(
                "variables",
                e -> e.getRuntimeService().createVariableInstanceQuery().count());
        lists.put("jobs", e -> e.getManagementService().createJobQuery().count());
        lists.put(
                "history: instances",
                e -> e.getHistoryService().createHistoricProcessInstanceQuery().count());
        lists.put(
                "history: activities",
                e -> e.getHistoryService().createHistoricActivityInstanceQuery().count());
        lists.put(
                "history: tasks",
                e -> e.getHistoryService().createHistoricTaskInstanceQuery().count());
        lists.put(
                "history: variables",
                e -> e.getHistoryService().createHistoricVariableInstanceQuery().count());
        lists.put(
                "history: details",
                e -> e.getHistoryService().createHistoricDetailQuery().count());
        lists.put(
                "history: links",
                e -> e.getHistoryService().createHistoricIdentityLinkLogQuery().count());
        lists.put(
                "history: decisions",
                e -> e.getHistoryService().createHistoricDecisionInstanceQuery().count());
        lists.put(
                "history: operations",
                e -> e.getHistoryService().createUserOperationLogQuery().count());
        lists.put(
                "running instances of models",
                e -> e.getManagementService().createProcessDefinitionStatisticsQuery().list().stream()
                        .mapToLong(s -> s.getInstances())
                        .sum());
        return lists;
    }

    @Test
    void readersFindEverythingOfTheirCountyAndNobodyElseAnything() {
        scenario.openCase("JINAN-2024").walkTo("tender-documents");
        CaseRun run = scenario.openCase("JINAN-2024").walkTo("publish-notice");
        run.agree("publish-notice");
        SoftAssertions all = new SoftAssertions();
        lists().forEach((name, list) -> {
            long everything = list.applyAsLong(engine);
            all.assertThat(everything).as("%s there are", name).isPositive();
            all.assertThat(found(Role.READER, list))
                    .as("%s for a reader", name)
                    .isPositive()
                    .isLessThanOrEqualTo(everything);
            all.assertThat(found(Role.ADMINISTRATOR, list))
                    .as("%s for an administrator", name)
                    .isPositive()
                    .isLessThanOrEqualTo(everything);
            for (Role other :
                    new Role[] {Role.HOLDER, Role.APPROVER, Role.FOREIGN, Role.FOREIGN_ADMINISTRATOR, Role.NOWHERE}) {
                all.assertThat(found(other, list)).as("%s for %s", name, other).isZero();
            }
        });
        all.assertAll();
    }

    private long found(Role role, ToLongFunction<ProcessEngine> list) {
        return role.asks(engine.getIdentityService(), () -> list.applyAsLong(engine));
    }

    @Test
    void everybodyReadsTheModelsReadersTheDecisionsAndDeploymentsToo() {
        scenario.withCounty();
        Role.all().forEach(role -> {
            boolean reads = role != Role.HOLDER && role != Role.APPROVER;
            assertThat(found(role, e -> e.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .count()))
                    .as("models for %s", role)
                    .isPositive();
            assertThat(found(role, e -> e.getRepositoryService()
                                    .createDecisionDefinitionQuery()
                                    .count())
                            > 0)
                    .as("decisions for %s", role)
                    .isEqualTo(reads);
            assertThat(found(role, e -> e.getRepositoryService()
                                    .createDeploymentQuery()
                                    .count())
                            > 0)
                    .as("deployments for %s", role)
                    .isEqualTo(reads);
        });
    }

    @Test
    void everybodyFindsThePeopleOfHisOwnCountiesOnly() {
        scenario.withCounty();
        ToLongFunction<ProcessEngine> clerk =
                e -> e.getIdentityService().createUserQuery().userId("yunlu").count();
        for (Role neighbour : new Role[] {Role.HOLDER, Role.APPROVER, Role.READER, Role.ADMINISTRATOR})
            assertThat(found(neighbour, clerk)).as("%s", neighbour).isEqualTo(1);
        for (Role stranger : new Role[] {Role.FOREIGN, Role.FOREIGN_ADMINISTRATOR, Role.NOWHERE})
            assertThat(found(stranger, clerk)).as("%s", stranger).isZero();
    }

    /** A row without a county would be seen from every county. */
    @Test
    void nothingThatHappensBelongsToNoCounty() {
        scenario.openCase("JINAN-2024");
        for (String table : new String[] {
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst"
        }) {
            assertThat(scenario.jdbc
                            .sql("select count(*) from " + table + " where tenant_id_ is null")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }
}
