package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rows of what the engine allows are few, exact and the same whatever is worked on. */
@ProcessTest
class GrantsTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private AccessSetup setup;

    private List<Authorization> rows() {
        return authorizations.createAuthorizationQuery().list();
    }

    @Test
    void whatSomebodyElseWroteIsRemovedAndWhatIsMissingWritten() {
        List<String> before = rows().stream().map(Authorization::getId).sorted().toList();
        Authorization intruder = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        intruder.setUserId("gongan");
        intruder.setResource(Resources.PROCESS_INSTANCE);
        intruder.setResourceId(Authorization.ANY);
        intruder.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(intruder);
        Authorization widened = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.PROCESS_DEFINITION)
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .singleResult();
        widened.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(widened);

        setup.afterSingletonsInstantiated();

        List<String> after = rows().stream().map(Authorization::getId).sorted().toList();
        assertThat(after).hasSameSizeAs(before).doesNotContain(intruder.getId(), widened.getId());
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .singleResult()
                        .isPermissionGranted(Permissions.CREATE_INSTANCE))
                .isFalse();
        setup.afterSingletonsInstantiated();
        assertThat(rows().stream().map(Authorization::getId).sorted().toList()).isEqualTo(after);
    }

    @Test
    void noTaskFilterOrPersonGetsARowOfItsOwn() {
        scenario.withCounty();
        int before = rows().size();
        scenario.openCase("JINAN-2024").walkTo("need-summary");
        assertThat(rows()).hasSize(before).hasSizeLessThan(40);
        assertThat(rows()).allSatisfy(row -> assertThat(
                        row.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                                ? "*".equals(row.getUserId())
                                : List.of(Viewer.HISTORY_READERS, Viewer.ADMINISTRATORS)
                                        .contains(row.getGroupId()))
                .as("%s", row)
                .isTrue());
    }

    @Test
    void aTaskListThatIsNotShippedIsRemovedAndOneThatWasChangedRestored() {
        filters.saveFilter(filters.newTaskFilter("私设"));
        Filter changed = filters.createFilterQuery().filterName("已逾期").singleResult();
        scenario.jdbc
                .sql("update act_ru_filter set query_ = '{\"assigneeExpression\":\"${x}\"}' where id_ = ?")
                .param(changed.getId())
                .update();

        setup.afterSingletonsInstantiated();

        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("本单位待办", "我的任务", "三日内到期", "已逾期");
        assertThat(scenario.jdbc
                        .sql("select query_ from act_ru_filter where id_ = ?")
                        .param(changed.getId())
                        .query(String.class)
                        .single())
                .contains("${currentUserGroups()}", "${now()}");
    }
}
