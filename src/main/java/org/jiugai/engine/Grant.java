package org.jiugai.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a group, or everybody, may do with a kind of thing.
 *
 * @param group everybody where there is none
 */
record Grant(@Nullable String group, Resource resource, String resourceId, Set<Permission> permissions) {
    static Grant everybody(Resource resource, String resourceId, Permission... permissions) {
        return new Grant(null, resource, resourceId, Set.of(permissions));
    }

    static Grant group(String group, Resource resource, String resourceId, Permission... permissions) {
        return new Grant(group, resource, resourceId, Set.of(permissions));
    }

    /** Whether this row of the engine says exactly this. */
    boolean isWritten(Authorization row) {
        return row.getAuthorizationType() == type()
                && row.getResourceType() == resource.resourceType()
                && resourceId.equals(row.getResourceId())
                && (group == null ? ANY.equals(row.getUserId()) : group.equals(row.getGroupId()))
                && ((AuthorizationEntity) row).getPermissions() == mask();
    }

    void write(AuthorizationService engine) {
        Authorization row = engine.createNewAuthorization(type());
        if (group != null) row.setGroupId(group);
        row.setResource(resource);
        row.setResourceId(resourceId);
        permissions.forEach(row::addPermission);
        engine.saveAuthorization(row);
    }

    private int mask() {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
    }

    private int type() {
        return group == null ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT;
    }
}
