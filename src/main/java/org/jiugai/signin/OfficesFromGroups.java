package org.jiugai.signin;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jiugai.organisation.FollowedMemberships;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets a person's membership of offices follow his groups at the provider, where the settings map groups to offices. */
@Component
@Profile("oidc")
class OfficesFromGroups {
    private final OidcSettings settings;
    private final FollowedMemberships memberships;

    OfficesFromGroups(OidcSettings settings, FollowedMemberships memberships) {
        this.settings = settings;
        this.memberships = memberships;
    }

    /** @param groups the claim as the provider sent it; null when it sent none */
    void follow(String person, @Nullable Object groups) {
        if (settings.groups().isEmpty()) return;
        Set<String> held = new TreeSet<>();
        if (groups instanceof Collection<?> several) several.forEach(group -> held.add(String.valueOf(group)));
        else if (groups != null) held.add(String.valueOf(groups));
        Set<String> offices = new TreeSet<>();
        settings.groups().forEach((group, office) -> {
            if (held.contains(group)) offices.add(office);
        });
        memberships.follow(person, Set.copyOf(settings.groups().values()), offices);
    }
}
