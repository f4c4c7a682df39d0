package org.jiugai.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.ActingOffices.Seat;

/** The regions that a person reaches, each by one of his offices. */
record Scope(String person, Map<String, Seat> seats) {
    boolean covers(String region) {
        return seats.containsKey(region);
    }

    Set<String> regions() {
        return seats.keySet();
    }

    /** Whether all of these memberships are in reach; what is done to the person as a whole needs that. */
    boolean coversAll(Collection<Membership> memberships) {
        return memberships.stream().allMatch(m -> covers(m.region()));
    }

    /** The person acting for that one of his offices which reaches the region. */
    Actor actor(String region) {
        Seat seat = seats.get(region);
        if (seat == null) throw new OutOfReach("");
        return seat.actor(person);
    }
}
