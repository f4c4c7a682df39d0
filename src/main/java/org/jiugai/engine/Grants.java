package org.jiugai.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.TENANT;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Everything that the engine allows to people. All of it is reading and working on tasks; nobody, administrators included, may change
 * instances, models, filters or accounts past the forms. The rows in the engine's table are exactly these.
 */
@Component
class Grants {
    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);
    private final AuthorizationService engine;

    Grants(AuthorizationService engine) {
        this.engine = engine;
    }

    /** Writes what is missing and removes what is not granted here: a row that somebody else wrote is a door that nobody meant. */
    void reconcile(List<String> filterIds) {
        List<Grant> missing = new ArrayList<>(all(filterIds));
        for (Authorization row : engine.createAuthorizationQuery().list()) {
            if (missing.removeIf(grant -> grant.isWritten(row))) continue;
            LOG.warn(
                    "removed an authorization that is not granted here: type {}, user {}, group {}, resource {} {}",
                    row.getAuthorizationType(),
                    row.getUserId(),
                    row.getGroupId(),
                    row.getResourceType(),
                    row.getResourceId());
            engine.deleteAuthorization(row.getId());
        }
        missing.forEach(grant -> grant.write(engine));
    }

    static List<Grant> all(List<String> filterIds) {
        return Stream.of(
                        everybody(),
                        filterIds.stream().map(id -> Grant.everybody(FILTER, id, READ)),
                        readers(Viewer.HISTORY_READERS),
                        readers(Viewer.ADMINISTRATORS),
                        administrators())
                .flatMap(grants -> grants)
                .toList();
    }

    /** Models are no secret; which of the tasks a person sees is decided by {@link Offer}. */
    private static Stream<Grant> everybody() {
        return Stream.of(
                Grant.everybody(APPLICATION, "tasklist", ACCESS),
                Grant.everybody(APPLICATION, "welcome", ACCESS),
                Grant.everybody(PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ, READ_TASK, TASK_WORK),
                Grant.everybody(USER, ANY, READ),
                Grant.everybody(GROUP, ANY, READ));
    }

    /** What Cockpit shows. */
    private static Stream<Grant> readers(String group) {
        return Stream.of(
                Grant.group(group, APPLICATION, "cockpit", ACCESS),
                Grant.group(group, PROCESS_DEFINITION, ANY, READ_INSTANCE, READ_HISTORY),
                Grant.group(group, DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY),
                Grant.group(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                Grant.group(group, DEPLOYMENT, ANY, READ),
                Grant.group(group, BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                operationLog(group, UserOperationLogEntry.CATEGORY_TASK_WORKER),
                operationLog(group, UserOperationLogEntry.CATEGORY_OPERATOR));
    }

    private static Stream<Grant> administrators() {
        String group = Viewer.ADMINISTRATORS;
        return Stream.of(
                Grant.group(group, APPLICATION, "admin", ACCESS),
                Grant.group(group, AUTHORIZATION, ANY, READ),
                Grant.group(group, TENANT, ANY, READ),
                Grant.group(group, SYSTEM, ANY, SystemPermissions.READ),
                operationLog(group, UserOperationLogEntry.CATEGORY_ADMIN));
    }

    private static Grant operationLog(String group, String category) {
        return Grant.group(group, OPERATION_LOG_CATEGORY, category, UserOperationLogCategoryPermissions.READ);
    }
}
