package org.jiugai.engine;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;

/** A person as the engine sees him once he has signed in, past every door of HTTP. */
record Role(String name, String person, List<String> groups, List<String> counties) {
    private static final List<String> JINAN = List.of("341502");

    /** Belongs to the office that a new case's first task is offered to. */
    static final Role HOLDER = new Role("holder", "yunlu", List.of("ja-com-yunlu"), JINAN);

    /** Of another office of the same county. */
    static final Role APPROVER = new Role("approver", "gongan", List.of("ja-public-security"), JINAN);

    static final Role READER = new Role("reader", "shenji", List.of("ja-audit-bureau", Viewer.HISTORY_READERS), JINAN);
    static final Role ADMINISTRATOR =
            new Role("administrator", "admin", List.of("ja-system-admin", Viewer.ADMINISTRATORS), JINAN);
    /** Administers a county in which nothing happens. */
    static final Role FOREIGN_ADMINISTRATOR = new Role(
            "foreign administrator", "yuanadmin", List.of("ya-system-admin", Viewer.ADMINISTRATORS), List.of("341503"));

    /** Reads the whole history of another county. */
    static final Role FOREIGN =
            new Role("foreign", "yuan", List.of("ya-renovation-office", Viewer.HISTORY_READERS), List.of("341503"));

    /** Reads history, but of no county at all. */
    static final Role NOWHERE = new Role("nowhere", "nemo", List.of(Viewer.HISTORY_READERS), List.of());

    static Stream<Role> all() {
        return Stream.of(HOLDER, APPROVER, READER, ADMINISTRATOR, FOREIGN, FOREIGN_ADMINISTRATOR, NOWHERE);
    }

    <T> T asks(IdentityService identity, Supplier<T> question) {
        identity.setAuthentication(person, groups, counties);
        try {
            return question.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    void does(IdentityService identity, Runnable act) {
        asks(identity, () -> {
            act.run();
            return "";
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
