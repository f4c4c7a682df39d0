package org.jiugai.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a unit after it was entered: its area, its owners. What was before stays readable. */
@Service
@Transactional
public class UnitAdministration {
    private final JdbcClient jdbc;
    private final Registers registers;
    private final OwnerMatching matching;
    private final RegistryAccess access;
    private final Clock clock;

    UnitAdministration(
            JdbcClient jdbc, Registers registers, OwnerMatching matching, RegistryAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.matching = matching;
        this.access = access;
        this.clock = clock;
    }

    /** One change: 面积 or 业主, what it was and became. */
    public record Change(LocalDate happenedOn, String content, String reason, String person) {}

    /** The owners of a unit today. */
    @Transactional(readOnly = true)
    public List<UnitOwner> ownersOf(long unitId) {
        return registers.ownersOf(unitId);
    }

    /** The owners of the community's units today, by unit. */
    @Transactional(readOnly = true)
    public List<UnitOwner> owners(long communityId) {
        return registers.owners(communityId);
    }

    @Transactional(readOnly = true)
    public List<Change> changes(long unitId) {
        return jdbc.sql(
                        "select happened_on, content, reason, person from baseline_change where unit_id = ? order by id")
                .param(unitId)
                .query(Change.class)
                .list();
    }

    /** How often the unit was changed: what a page that shows it sends back. */
    @Transactional(readOnly = true)
    public int version(long unitId) {
        return jdbc.sql("select version from housing_unit where id = ?")
                .param(unitId)
                .query(Integer.class)
                .single();
    }

    /**
     * Corrects the area.
     *
     * @param version the unit's when it was read
     * @throws RuleViolation when a later basis would replace an earlier one (登记 before 实测 before 合同) or the reason is missing
     * @throws StateConflict when somebody else has changed the unit since
     */
    public void correctArea(long unitId, Area area, AreaBasis basis, String reason, int version, Actor actor) {
        access.demandUnit(actor, unitId);
        HousingUnit unit = registers.unit(unitId).orElseThrow(() -> new RuleViolation("registry.unknownUnit", "没有该户"));
        new Faults()
                .require(area.hundredths() > 0 && area.hundredths() <= 100_000, "area", "【专有面积】应大于0且不超过1000平方米")
                .require(
                        basis.compareTo(unit.areaBasis()) <= 0,
                        "basis",
                        "【面积依据】已按“" + unit.areaBasis().label() + "”登记，不能改为“" + basis.label() + "”（建筑物区分所有权解释8）")
                .require(!reason.isBlank(), "reason", "【变更理由】必填")
                .refuse("registry.areaRefused");
        int changed = jdbc.sql(
                        "update housing_unit set area_hundredths = ?, area_basis = ?, version = version + 1 where id = ? and version = ?")
                .params(area.hundredths(), basis.name(), unitId, version)
                .update();
        demandUnchanged(changed);
        note(
                unitId,
                "AREA",
                "面积 %s m²（%s）→ %s m²（%s）"
                        .formatted(
                                unit.area().squareMetres(),
                                unit.areaBasis().label(),
                                area.squareMetres(),
                                basis.label()),
                reason,
                LocalDate.now(clock),
                actor);
    }

    /**
     * The unit has a new owner. A roll that is frozen does not follow.
     *
     * @param on the day of the transfer
     */
    public void transfer(
            long unitId,
            OwnerKind kind,
            String name,
            @Nullable String identity,
            @Nullable String phone,
            LocalDate on,
            String reason,
            int version,
            Actor actor) {
        access.demandUnit(actor, unitId);
        HousingUnit unit = registers.unit(unitId).orElseThrow(() -> new RuleViolation("registry.unknownUnit", "没有该户"));
        new Faults()
                .require(!name.isBlank() && name.length() <= 60, "name", "【新业主】必填，不超过60字")
                .require(!on.isAfter(LocalDate.now(clock)), "on", "【变更日期】不能晚于今天")
                .require(!reason.isBlank(), "reason", "【变更理由】必填")
                .refuse("registry.transferRefused");
        demandUnchanged(jdbc.sql("update housing_unit set version = version + 1 where id = ? and version = ?")
                .params(unitId, version)
                .update());
        jdbc.sql("update unit_ownership set until = greatest(?, since) where unit_id = ? and until is null")
                .params(on, unitId)
                .update();
        NewUnit.Owner owner = new NewUnit.Owner(kind, name.strip(), identity, phone, true);
        matching.owners(unit.communityId(), owner)
                .forEach(matched -> registers.owns(unitId, matched.id(), on, matched.votes()));
        note(unitId, "OWNERS", "业主变更", reason, on, actor);
    }

    /**
     * The co-owners name the one of them who votes for all. A roll that is frozen does not follow.
     *
     * @param ownerId one of the unit's owners
     */
    public void nameVoter(long unitId, @Nullable Long ownerId, String reason, int version, Actor actor) {
        access.demandUnit(actor, unitId);
        Optional<UnitOwner> named = registers.ownersOf(unitId).stream()
                .filter(owner -> Objects.equals(owner.ownerId(), ownerId))
                .findFirst();
        new Faults()
                .require(named.isPresent(), "ownerId", "【投票代表】请从本户现有业主中选择")
                .require(!reason.isBlank(), "reason", "【变更理由】必填")
                .refuse("registry.voterRefused");
        demandUnchanged(jdbc.sql("update housing_unit set version = version + 1 where id = ? and version = ?")
                .params(unitId, version)
                .update());
        jdbc.sql("update unit_ownership set votes = false where unit_id = ? and until is null and votes")
                .param(unitId)
                .update();
        jdbc.sql("update unit_ownership set votes = true where unit_id = ? and until is null and owner_id = ?")
                .params(unitId, ownerId)
                .update();
        note(unitId, "OWNERS", "投票代表：" + named.orElseThrow().masked(), reason, LocalDate.now(clock), actor);
    }

    private static void demandUnchanged(int rows) {
        if (rows == 0) throw new StateConflict("registry.changed", "该户刚由他人修改，请刷新后再办理");
    }

    private void note(long unitId, String kind, String content, String reason, LocalDate on, Actor actor) {
        jdbc.sql(
                        """
                        insert into baseline_change (unit_id, kind, content, reason, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        unitId,
                        kind,
                        content,
                        reason.strip(),
                        on,
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
