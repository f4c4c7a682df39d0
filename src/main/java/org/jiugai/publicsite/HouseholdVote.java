package org.jiugai.publicsite;

import java.util.Map;
import java.util.Optional;
import org.jiugai.ballot.BallotBox;
import org.jiugai.ballot.Channel;
import org.jiugai.ballot.Choice;
import org.jiugai.ballot.Receipt;
import org.jiugai.kernel.Unrecorded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ballot of a household that is at its page: who it is and that it is cast are one transaction. */
@Service
@Transactional
public class HouseholdVote {
    private final HouseholdSessions sessions;
    private final BallotBox box;

    HouseholdVote(HouseholdSessions sessions, BallotBox box) {
        this.sessions = sessions;
        this.box = box;
    }

    /**
     * Casts the ballot of whoever has this token; empty when nobody has.
     *
     * @throws org.jiugai.kernel.RuleViolation as the box refuses it
     */
    @Unrecorded("the box keeps it, see there")
    public Optional<Receipt> cast(String token, long roundId, Map<Integer, Choice> choices) {
        return sessions.of(token)
                .map(door -> box.cast(roundId, door.unitId(), choices, Channel.WEB, Household.actor(door)));
    }
}
