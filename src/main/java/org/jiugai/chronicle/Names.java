package org.jiugai.chronicle;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;

/** The Chinese names of the people and offices that a story tells of, read at once. */
final class Names {
    private final Map<String, String> people;
    private final Map<String, String> offices;

    private Names(Map<String, String> people, Map<String, String> offices) {
        this.people = people;
        this.offices = offices;
    }

    static Names of(
            OrganisationManagement organisation,
            Stream<? extends @Nullable String> people,
            Stream<? extends @Nullable String> offices) {
        return new Names(organisation.personNames(known(people)), organisation.officeNames(known(offices)));
    }

    private static Collection<String> known(Stream<? extends @Nullable String> ids) {
        return ids.filter(Objects::nonNull).map(Objects::requireNonNull).collect(Collectors.toSet());
    }

    /** The name of a person; what is no sign-in name is a name already. */
    @Nullable
    String person(@Nullable String id) {
        if (id == null) return null;
        return id.equals(Actor.SYSTEM.personId()) ? Actor.SYSTEM.personName() : people.getOrDefault(id, id);
    }

    /** 单位 姓名, as much of it as is known. */
    @Nullable
    String shown(@Nullable String person, @Nullable String office) {
        if (person == null && office == null) return null;
        if (Actor.SYSTEM.personId().equals(person)) return Actor.SYSTEM.personName();
        return Stream.of(office == null ? null : offices.getOrDefault(office, office), person(person))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
