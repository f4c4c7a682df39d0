package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/** Which people an administrator reaches: by an office of today or later, by a former one when there is none. */
@Component
class ReachedPeople {
    private final PeopleRows rows;
    private final StandInRows standIns;
    private final Memberships memberships;

    ReachedPeople(PeopleRows rows, StandInRows standIns, Memberships memberships) {
        this.rows = rows;
        this.standIns = standIns;
        this.memberships = memberships;
    }

    /**
     * A person in reach.
     *
     * @param region of that one of his offices by which he is reached
     */
    record Reached(String id, String name, boolean blocked, String region) {}

    LocalDate today() {
        return memberships.today();
    }

    /** @throws OutOfReach when there is no such person, or he is another administrator's */
    Reached find(Scope scope, String person, String field) {
        String id = OrganisationRules.id(person);
        PeopleRows.Row row = rows.find(id).orElseThrow(() -> new OutOfReach(field));
        return region(scope, id)
                .map(region -> new Reached(row.id(), row.name(), row.blocked(), region))
                .orElseThrow(() -> new OutOfReach(field));
    }

    boolean reaches(Scope scope, String person) {
        return region(scope, person).isPresent();
    }

    private Optional<String> region(Scope scope, String person) {
        List<Membership> open = memberships.openOf(person);
        List<Membership> counted = open.isEmpty() ? rows.ofPerson(person) : open;
        return counted.stream().map(Membership::region).filter(scope::covers).findFirst();
    }

    /**
     * The same for what is done to the person as a whole.
     *
     * @throws RuleViolation when he also acts for an office that is out of reach
     */
    Reached findWhole(Scope scope, String person, String field) {
        Reached reached = find(scope, person, field);
        if (!isWhole(scope, reached.id())) {
            throw new RuleViolation(
                    "organisation.alsoElsewhere", field, "“" + reached.name() + "”还在您管理范围以外的单位任职，此项须由上级管理员办理");
        }
        return reached;
    }

    boolean isWhole(Scope scope, String person) {
        List<Membership> all = new ArrayList<>(memberships.openOf(person));
        standIns.of(person).stream()
                .filter(s -> s.standIn().equals(person) && s.isOpen(memberships.today()))
                .flatMap(s -> memberships.openOf(s.absent()).stream())
                .forEach(all::add);
        return scope.coversAll(all);
    }
}
