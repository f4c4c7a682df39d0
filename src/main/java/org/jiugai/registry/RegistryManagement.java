package org.jiugai.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The baseline of communities for other rooms: what there is, who owns it, who votes. */
@Service
@Transactional
public class RegistryManagement {
    private final Registers registers;
    private final OwnerMatching matching;
    private final Clock clock;

    RegistryManagement(Registers registers, OwnerMatching matching, Clock clock) {
        this.registers = registers;
        this.matching = matching;
        this.clock = clock;
    }

    /**
     * The community of this name in the street; a new one when there is none yet.
     *
     * @param committee office of the residents' committee in charge; null leaves the one that is known
     */
    public long register(String county, String street, String name, @Nullable String committee) {
        return registers.register(county, street, name, committee);
    }

    /**
     * Puts units into the baseline.
     *
     * @throws RuleViolation when a unit is there already
     */
    public void add(long communityId, List<NewUnit> units, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Integer> entrances = units.stream()
                .collect(Collectors.toMap(NewUnit::building, NewUnit::entrance, Math::max, LinkedHashMap::new));
        Map<String, Long> buildings = new LinkedHashMap<>();
        entrances.forEach((name, most) -> buildings.put(name, registers.building(communityId, name, most)));
        for (NewUnit unit : units) {
            long unitId = registers.unit(Objects.requireNonNull(buildings.get(unit.building())), unit);
            matching.owners(communityId, unit)
                    .forEach(owner -> registers.owns(unitId, owner.id(), today, owner.votes()));
        }
    }

    /** @throws RuleViolation when there is none */
    @Transactional(readOnly = true)
    public RegisteredCommunity community(long communityId) {
        return registers
                .community(communityId)
                .orElseThrow(() -> new RuleViolation("registry.unknownCommunity", "没有编号为 " + communityId + " 的小区"));
    }

    @Transactional(readOnly = true)
    public Optional<RegisteredCommunity> find(long communityId) {
        return registers.community(communityId);
    }

    /** In the order of their names; empty while the community has no baseline. */
    @Transactional(readOnly = true)
    public List<Building> buildings(long communityId) {
        return registers.buildings(communityId);
    }

    /** By building, entrance and door; empty while the community has no baseline. */
    @Transactional(readOnly = true)
    public List<HousingUnit> units(long communityId) {
        return registers.units(communityId);
    }

    @Transactional(readOnly = true)
    public Optional<HousingUnit> unit(long unitId) {
        return registers.unit(unitId);
    }

    /** The telephone of who votes for the unit, or of another of its owners; empty when the baseline has none. */
    @Transactional(readOnly = true)
    public Optional<String> phone(long unitId) {
        return registers.ownersOf(unitId).stream()
                .map(UnitOwner::phone)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Everybody who may vote in the community today, each once. */
    @Transactional(readOnly = true)
    public List<Voter> electorate(long communityId) {
        return registers.electorate(communityId);
    }
}
