package org.jiugai.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine asks about people: a person is a user, an office a group, a county a tenant; two further groups say who reads and who administers. */
@Repository
class EnginePeople {
    /** Its members read the whole history of their county in Cockpit. */
    static final String HISTORY_READERS = "history-readers";

    private static final String OFFICE = "OFFICE";

    private final JdbcClient jdbc;
    private final ActingOffices acting;

    EnginePeople(JdbcClient jdbc, ActingOffices acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    List<User> users() {
        return jdbc.sql("select id, name from person order by id")
                .query((row, n) -> user(row.getString("id"), row.getString("name")))
                .list();
    }

    @Nullable
    User user(String id) {
        return jdbc.sql("select id, name from person where id = ?")
                .param(id)
                .query((row, n) -> user(row.getString("id"), row.getString("name")))
                .optional()
                .orElse(null);
    }

    private static User user(String id, String name) {
        UserEntity user = new UserEntity(id);
        user.setFirstName(name);
        user.setLastName("");
        return user;
    }

    /** @param ids null for all */
    List<Group> groups(@Nullable Set<String> ids) {
        List<Group> all = new ArrayList<>(jdbc.sql("select id, name from office order by id")
                .query((row, n) -> group(row.getString("id"), row.getString("name"), OFFICE))
                .list());
        all.add(administrators());
        all.add(historyReaders());
        return ids == null
                ? all
                : all.stream().filter(g -> ids.contains(g.getId())).toList();
    }

    List<Group> groupsOf(String person) {
        List<Group> groups = new ArrayList<>();
        acting.offices(person).forEach(office -> groups.add(group(office.id(), office.name(), OFFICE)));
        if (acting.holdsRole(person, Roles.SYSTEM_ADMIN)) groups.add(administrators());
        if (acting.holdsEverywhere(person, Roles.READING_HISTORY)) groups.add(historyReaders());
        return groups;
    }

    private static Group administrators() {
        return group(Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM);
    }

    private static Group historyReaders() {
        return group(HISTORY_READERS, "流程历史查阅", Groups.GROUP_TYPE_SYSTEM);
    }

    private static Group group(String id, String name, String type) {
        GroupEntity group = new GroupEntity(id);
        group.setName(name);
        group.setType(type);
        return group;
    }

    Set<String> members(String groupId) {
        if (!groupId.equals(Groups.CAMUNDA_ADMIN) && !groupId.equals(HISTORY_READERS)) {
            return new TreeSet<>(acting.people(groupId));
        }
        Set<String> members = new TreeSet<>();
        users().stream()
                .map(User::getId)
                .filter(id -> groupsOf(id).stream().anyMatch(g -> g.getId().equals(groupId)))
                .forEach(members::add);
        return members;
    }

    List<Tenant> tenants() {
        return jdbc.sql("select code, name from region where kind = 'COUNTY' order by code")
                .query((row, n) -> {
                    TenantEntity tenant = new TenantEntity(row.getString("code"));
                    tenant.setName(row.getString("name"));
                    return (Tenant) tenant;
                })
                .list();
    }

    Set<String> countiesOf(String person) {
        return acting.counties(person);
    }

    Set<String> countiesOfOffice(String office) {
        return new TreeSet<>(jdbc.sql("select county from office_county where office = ?")
                .param(office)
                .query(String.class)
                .list());
    }

    Set<String> officesOf(String county) {
        return new TreeSet<>(jdbc.sql("select office from office_county where county = ?")
                .param(county)
                .query(String.class)
                .list());
    }

    Set<String> peopleOf(String county) {
        return new TreeSet<>(jdbc.sql(
                        """
                        select distinct a.person from acting_offices(?) a join office_county c on c.office = a.office
                        where c.county = ?""")
                .params(acting.today(), county)
                .query(String.class)
                .list());
    }

    /** The person himself, and those who act in one of his counties. */
    Set<String> ofSameCounties(String person) {
        Set<String> people = new TreeSet<>();
        acting.counties(person).forEach(county -> people.addAll(peopleOf(county)));
        people.add(person);
        return people;
    }
}
