package org.jiugai.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * The person for whom the engine works just now. There is none when the engine works by itself, for our own pages or for a step of a
 * process that a person set off: those are trusted, and check for themselves.
 *
 * @param groups the offices of the person, and the groups of the two constants below
 * @param counties the tenants whose cases the person may see
 */
record Viewer(String person, List<String> groups, List<String> counties) {
    /** Whoever may read the whole history of his counties: tasks of every office, instances, decisions, Cockpit. */
    static final String HISTORY_READERS = "history-readers";
    /** System administrators of their counties. */
    static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    static Optional<Viewer> of(CommandContext context) {
        Authentication signedIn = context.getAuthentication();
        if (signedIn == null
                || signedIn.getUserId() == null
                || !context.getProcessEngineConfiguration().isAuthorizationEnabled()
                || !context.isAuthorizationCheckEnabled()) return Optional.empty();
        return Optional.of(
                new Viewer(signedIn.getUserId(), list(signedIn.getGroupIds()), list(signedIn.getTenantIds())));
    }

    private static List<String> list(@Nullable List<String> ids) {
        return ids == null ? List.of() : List.copyOf(ids);
    }

    boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }

    boolean readsEveryOffice() {
        return isAdministrator() || groups.contains(HISTORY_READERS);
    }

    /** The counties as a query takes them: one that does not exist where there is none, because no value would mean no condition. */
    String[] countiesOrNone() {
        return counties.isEmpty() ? new String[] {""} : counties.toArray(String[]::new);
    }
}
