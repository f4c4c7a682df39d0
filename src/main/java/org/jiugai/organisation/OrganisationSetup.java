package org.jiugai.organisation;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes regions, offices and people, and their mirror in the engine: a county is a tenant, an office a group, a person a user. */
@Service
@Transactional
public class OrganisationSetup {
    /** Its people administer the engine as well: while nobody does, the engine offers a set-up page to anybody. */
    private static final String SYSTEM_ADMIN = "system-admin";

    private final Directory directory;
    private final IdentityService identity;

    OrganisationSetup(Directory directory, IdentityService identity) {
        this.directory = directory;
        this.identity = identity;
    }

    public void region(Region region) {
        directory.saveRegion(region);
        if (region.kind() == Region.Kind.COUNTY
                && identity.createTenantQuery().tenantId(region.code()).count() == 0) {
            Tenant tenant = identity.newTenant(region.code());
            tenant.setName(region.name());
            identity.saveTenant(tenant);
        }
    }

    /**
     * @param roles role ids of book 5.1
     * @param counties where it acts
     */
    public void office(Office office, Set<String> roles, Set<String> counties) {
        directory.saveOffice(office, roles, counties);
        if (identity.createGroupQuery().groupId(office.id()).count() > 0) return;
        Group group = identity.newGroup(office.id());
        group.setName(office.name());
        group.setType("OFFICE");
        identity.saveGroup(group);
        counties.forEach(county -> identity.createTenantGroupMembership(county, office.id()));
        if (roles.contains(SYSTEM_ADMIN)) ensureAdministrators();
    }

    private void ensureAdministrators() {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() > 0) return;
        Group administrators = identity.newGroup(Groups.CAMUNDA_ADMIN);
        administrators.setName("系统管理员");
        administrators.setType(Groups.GROUP_TYPE_SYSTEM);
        identity.saveGroup(administrators);
    }

    /** A person with a password of his own; an existing person keeps his. */
    public void person(String id, String name, String password, Set<String> offices) {
        directory.savePerson(id, name, offices);
        if (identity.createUserQuery().userId(id).count() > 0) return;
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword(password);
        identity.saveUser(user);
        offices.forEach(office -> identity.createMembership(id, office));
        if (directory.holdsRole(id, SYSTEM_ADMIN)) identity.createMembership(id, Groups.CAMUNDA_ADMIN);
    }
}
