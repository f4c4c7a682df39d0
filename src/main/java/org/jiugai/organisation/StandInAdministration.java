package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.organisation.ReachedPeople.Reached;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acts for whom while he is absent (代理). An absent person has one stand-in at a time, so that it is always clear who answers for his
 * tasks; one person may stand in for several.
 */
@Service
@Transactional
@Unrecorded("each change is recorded by AdministrativeActs, with what it was before")
public class StandInAdministration {
    private final AdministrativeActs acts;
    private final StandInRows rows;
    private final ReachedPeople people;
    private final StandInRules rules;

    StandInAdministration(AdministrativeActs acts, StandInRows rows, ReachedPeople people, StandInRules rules) {
        this.acts = acts;
        this.rows = rows;
        this.people = people;
        this.rules = rules;
    }

    /**
     * @throws RuleViolation with all faults, by field {@code absent}, {@code standIn}, {@code from}, {@code until}, {@code reason}
     * @throws OutOfReach when one of the two is not in the administrator's reach
     */
    public void appoint(String administrator, NewStandIn entered) {
        Scope scope = acts.begin(administrator);
        Faults faults = new Faults();
        Reached absent = people.findWhole(scope, entered.absent(), "absent");
        Reached standIn = people.find(scope, entered.standIn(), "standIn");
        String reason = OrganisationRules.text(entered.reason(), "reason", "事由", faults);
        Period period = Period.read(entered.from(), entered.until(), faults);
        rules.check(absent, standIn, period, faults);
        faults.refuse("organisation.standInFaulty");
        LocalDate from = Objects.requireNonNull(period.from());
        LocalDate until = Objects.requireNonNull(period.until());
        rows.add(absent.id(), standIn.id(), from, until, reason, administrator);
        record(
                scope,
                absent,
                OrganisationChange.STAND_IN_APPOINTED,
                standIn.name() + "代" + absent.name() + "，" + period.shown() + "；事由：" + reason);
    }

    /** Ends it at once: already today he no longer acts for the other. */
    public void end(String administrator, long id) {
        Scope scope = acts.begin(administrator);
        StandIn standIn = rows.find(id).orElseThrow(() -> new OutOfReach("standIn"));
        Reached absent = people.find(scope, standIn.absent(), "standIn");
        if (!standIn.isOpen(rules.today())) return;
        Period ended = standIn.period().endedBefore(rules.today());
        record(
                scope,
                absent,
                OrganisationChange.STAND_IN_ENDED,
                standIn.standInName() + "代" + standIn.absentName() + "："
                        + standIn.period().shown() + " → " + ended.shown());
        acts.takeAway(Set.of(standIn.standIn()), () -> rows.end(id, Objects.requireNonNull(ended.until())));
    }

    private void record(Scope scope, Reached absent, OrganisationChange change, String details) {
        acts.record(scope, absent.region(), change, "person:" + absent.id(), details);
    }
}
