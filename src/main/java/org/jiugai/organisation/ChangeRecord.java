package org.jiugai.organisation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was changed about the organisation, for administrators and the audit bureau: about what they reach. */
@Service
@Transactional(readOnly = true)
public class ChangeRecord {
    private static final Set<String> READERS = Set.of(Roles.SYSTEM_ADMIN, "audit-bureau");
    private static final int LOOKED_THROUGH = 5000;
    private static final int SHOWN = 200;
    private final AdministratorScopes scopes;
    private final OfficeRows offices;
    private final PeopleRows people;
    private final AuditTrail trail;
    private final Clock clock;

    ChangeRecord(AdministratorScopes scopes, OfficeRows offices, PeopleRows people, AuditTrail trail, Clock clock) {
        this.scopes = scopes;
        this.offices = offices;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who changed what, and from what to what. */
    public record Change(LocalDateTime at, String who, String what, String object, String details) {}

    /**
     * The latest changes first.
     *
     * @throws NotAdministrator when the person is neither an administrator nor of the audit bureau
     */
    public List<Change> latest(String reader) {
        Map<String, String> names = names(scopes.reach(reader, READERS));
        return trail.latest(OrganisationChange.PREFIX, LOOKED_THROUGH).stream()
                .filter(entry -> names.containsKey(entry.object()))
                .limit(SHOWN)
                .map(entry -> change(entry, names))
                .toList();
    }

    /** The names of all objects in reach, as the record names them. */
    private Map<String, String> names(Scope scope) {
        Map<String, String> names = new HashMap<>();
        offices.regions(scope.regions()).forEach(r -> names.put("region:" + r.code(), r.name()));
        offices.officesIn(scope.regions()).forEach(o -> names.put("office:" + o.id(), o.name()));
        people.in(scope.regions()).forEach(m -> names.put("person:" + m.person(), m.personName()));
        return names;
    }

    private Change change(AuditEntry entry, Map<String, String> names) {
        String id = entry.object().substring(entry.object().indexOf(':') + 1);
        return new Change(
                LocalDateTime.ofInstant(entry.recordedAt(), clock.getZone()),
                who(entry),
                OrganisationChange.label(entry.action()),
                names.get(entry.object()) + "（" + id + "）",
                entry.details());
    }

    private String who(AuditEntry entry) {
        String name = people.nameOf(entry.person());
        return entry.onBehalfOf() == null ? name : name + "（代" + people.nameOf(entry.onBehalfOf()) + "）";
    }
}
