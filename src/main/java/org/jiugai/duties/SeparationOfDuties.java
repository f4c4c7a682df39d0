package org.jiugai.duties;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps duties apart. Where one office rightly holds successive steps another of its people acts, and a finding says so; where it has
 * nobody else the case goes on with a graver finding. An office that may not act at all is not offered the task.
 */
@Service
@Transactional
public class SeparationOfDuties {
    private final DutyRules rules;
    private final Acts acts;
    private final OrganisationManagement organisation;
    private final CaseManagement cases;
    private final Clock clock;

    SeparationOfDuties(
            DutyRules rules, Acts acts, OrganisationManagement organisation, CaseManagement cases, Clock clock) {
        this.rules = rules;
        this.acts = acts;
        this.organisation = organisation;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Records who did the step.
     *
     * @throws RuleViolation when he, or his office, had a hand in a step from which this one is kept apart
     */
    public void complete(Duty duty, Actor actor) {
        for (DutyRule rule : rules.before(duty.step())) {
            Optional<Act> before = earlier(rule, duty);
            if (before.isEmpty()) continue;
            if (rule.keep() == DutyRule.Keep.OFFICE) refuseOffice(rule, before.get(), actor);
            else separate(rule, before.get(), duty, actor);
        }
        acts.add(duty, actor, clock.instant());
    }

    /** Who completed the tasks of these process instances, in order. */
    @Transactional(readOnly = true)
    public List<DoneStep> done(Collection<String> instances) {
        return instances.isEmpty() ? List.of() : acts.of(instances);
    }

    /** The offices, of those to which a task is offered, that may not do it because of what they did before. */
    @Transactional(readOnly = true)
    public Set<String> barred(Duty duty) {
        return rules.before(duty.step()).stream()
                .filter(rule -> rule.keep() == DutyRule.Keep.OFFICE)
                .flatMap(rule -> earlier(rule, duty).stream())
                .map(Act::office)
                .filter(duty.offices()::contains)
                .collect(Collectors.toSet());
    }

    private Optional<Act> earlier(DutyRule rule, Duty duty) {
        Long caseId = duty.caseId();
        List<String> steps = rule.earlierThan(duty.step());
        if (rule.within() == DutyRule.Within.INSTANCE) return acts.lastIn(duty.instance(), steps);
        return caseId == null ? Optional.empty() : acts.lastIn(caseId, steps);
    }

    private void refuseOffice(DutyRule rule, Act before, Actor actor) {
        boolean ofThatOffice = before.office().equals(actor.officeId())
                || organisation.people(before.office()).contains(actor.personId());
        if (ofThatOffice) throw refusal(rule, before, "请由其他单位办理");
    }

    private void separate(DutyRule rule, Act before, Duty duty, Actor actor) {
        boolean same = hadAHandIn(before).test(actor.personId())
                || (actor.onBehalfOf() != null
                        && hadAHandIn(before).test(actor.onBehalfOf().personId()));
        if (same && hasAnother(duty, before)) throw refusal(rule, before, "请由本单位其他人员办理");
        if (same || before.office().equals(actor.officeId())) raise(rule, before, duty, actor, same);
    }

    private static Predicate<String> hadAHandIn(Act act) {
        return act::isOf;
    }

    private boolean hasAnother(Duty duty, Act before) {
        return duty.offices().stream()
                .flatMap(office -> organisation.people(office).stream())
                .anyMatch(hadAHandIn(before).negate());
    }

    private RuleViolation refusal(DutyRule rule, Act before, String mend) {
        return new RuleViolation(
                rule.keep() == DutyRule.Keep.OFFICE ? "duties.sameOffice" : "duties.samePerson",
                "%s：“%s”由%s办理，%s"
                        .formatted(rule.reason(), before.name(), organisation.personName(before.person()), mend));
    }

    private void raise(DutyRule rule, Act before, Duty duty, Actor actor, boolean same) {
        Long caseId = duty.caseId();
        if (caseId == null) return;
        String how = same ? "的同一人员先后办理，该单位没有其他人员可以办理" : "先后办理，已由不同人员办理";
        cases.raise(
                caseId,
                new Finding(
                        "DUTY-" + rule.id(),
                        same ? Severity.WARN : Severity.INFO,
                        "“%s”与“%s”由%s%s".formatted(before.name(), duty.name(), actor.officeName(), how),
                        rule.basis()));
    }
}
