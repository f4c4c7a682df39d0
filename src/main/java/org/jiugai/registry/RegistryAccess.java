package org.jiugai.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Whose business a community's baseline is: its residents' committee's, its street's, the county's renovation office's. */
@Component
public class RegistryAccess {
    private static final List<String> ROLES = List.of("community", "subdistrict", "renovation-office");
    private final OrganisationManagement organisation;
    private final Registers registers;

    RegistryAccess(OrganisationManagement organisation, Registers registers) {
        this.organisation = organisation;
        this.registers = registers;
    }

    /** The person acting for one of these offices; empty when he belongs to none. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String personId, RegisteredCommunity community) {
        return organisation.actorFor(personId, offices(community));
    }

    /** @throws NotKept when the actor's office does not keep the community's baseline, or there is no such community */
    @Transactional(readOnly = true)
    public void demand(Actor actor, long communityId) {
        if (registers
                .community(communityId)
                .filter(community -> offices(community).contains(actor.officeId()))
                .isEmpty()) throw new NotKept();
    }

    /** The same for the community of a unit. */
    @Transactional(readOnly = true)
    public void demandUnit(Actor actor, long unitId) {
        demand(actor, registers.unit(unitId).orElseThrow(NotKept::new).communityId());
    }

    /** Somebody whose business the community is not, who need not know that there is one. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKept() {
            super("没有该小区的底账");
        }
    }

    private Set<String> offices(RegisteredCommunity community) {
        return Stream.of(
                        Stream.ofNullable(community.committee()),
                        ids("subdistrict", community.street()),
                        ids("renovation-office", community.county()))
                .flatMap(office -> office)
                .collect(Collectors.toSet());
    }

    /** The communities whose baseline is the person's business. */
    @Transactional(readOnly = true)
    public List<RegisteredCommunity> of(String personId) {
        Set<String> counties = organisation.countiesOf(personId);
        if (counties.isEmpty() || !keeps(personId)) return List.of();
        return registers.inCounties(counties).stream()
                .filter(community -> actor(personId, community).isPresent())
                .toList();
    }

    /** Whether the person belongs to an office that keeps baselines, of whichever communities. */
    @Transactional(readOnly = true)
    public boolean keeps(String personId) {
        return ROLES.stream().anyMatch(role -> organisation.holdsRole(personId, role));
    }

    private Stream<String> ids(String role, String region) {
        return organisation.holders(role, region).stream().map(Office::id);
    }
}
