package org.jiugai.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiugai.kernel.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the same owner again: by identity number; a body by its name; a person without a number by name and phone. */
@Component
class OwnerMatching {
    private final Registers registers;
    private final IdentityHash identities;

    OwnerMatching(Registers registers, IdentityHash identities) {
        this.registers = registers;
        this.identities = identities;
    }

    record Matched(long id, boolean votes) {}

    /** The owners of the unit, added where unknown; the first one votes where none is named. */
    List<Matched> owners(long communityId, NewUnit unit) {
        List<NewUnit.Owner> owners = unit.owners();
        boolean named = owners.stream().anyMatch(NewUnit.Owner::votes);
        return IntStream.range(0, owners.size())
                .mapToObj(i -> new Matched(
                        idOf(communityId, owners.get(i)), named ? owners.get(i).votes() : i == 0))
                .toList();
    }

    /** One owner by himself. */
    List<Matched> owners(long communityId, NewUnit.Owner owner) {
        return List.of(new Matched(idOf(communityId, owner), true));
    }

    private long idOf(long communityId, NewUnit.Owner owner) {
        String identity = owner.identity() == null ? null : NameKey.of(owner.identity());
        String hash = identity == null ? null : identities.of(identity);
        return known(communityId, owner, hash)
                .orElseGet(() -> registers.addOwner(communityId, owner, hash, tail(identity)));
    }

    private Optional<Long> known(long communityId, NewUnit.Owner owner, @Nullable String hash) {
        if (hash != null) return registers.ownerByIdentity(communityId, hash);
        if (owner.kind() != OwnerKind.PERSON) return registers.body(communityId, owner.kind(), owner.name());
        return owner.phone() == null
                ? Optional.empty()
                : registers.personByPhone(communityId, owner.name(), owner.phone());
    }

    private static @Nullable String tail(@Nullable String identity) {
        return identity == null ? null : identity.substring(Math.max(0, identity.length() - 4));
    }
}
