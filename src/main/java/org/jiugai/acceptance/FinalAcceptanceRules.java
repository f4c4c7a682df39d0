package org.jiugai.acceptance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiugai.acceptance.FinalAcceptance.Condition;
import org.jiugai.acceptance.FinalAcceptance.PartyResult;
import org.jiugai.acceptance.FinalAcceptance.Result;
import org.jiugai.kernel.Faults;
import org.jiugai.policy.Parameters.Weight;
import org.jspecify.annotations.Nullable;

/** What the record of a final acceptance must obey; no engine, no database. */
final class FinalAcceptanceRules {
    private FinalAcceptanceRules() {}

    /**
     * What the policy and the calendar say about one acceptance.
     *
     * @param lastNotice the last day on which the quality station may be told of this date
     * @param lastRectification the last day that may be set for general issues
     * @param previous the date of the attempt before, null for the first
     */
    record Frame(
            List<AcceptanceSeat> seats,
            int residentReps,
            boolean pipeTest,
            LocalDate today,
            LocalDate lastNotice,
            LocalDate lastRectification,
            @Nullable LocalDate previous) {}

    static void check(FinalAcceptance form, Frame frame) {
        Faults faults = new Faults();
        faults.require(
                        !form.notifyDate().isAfter(frame.lastNotice()),
                        "notifyDate",
                        "【通知质监日期】须在验收7个工作日前，本次不得晚于" + frame.lastNotice())
                .require(!form.acceptanceDate().isAfter(frame.today()), "acceptanceDate", "【验收日期】不得晚于今天")
                .require(
                        frame.previous() == null || form.acceptanceDate().isAfter(frame.previous()),
                        "acceptanceDate",
                        "【验收日期】须晚于上一次验收（" + frame.previous() + "）")
                .require(
                        form.residentReps() >= frame.residentReps(),
                        "residentReps",
                        "【居民代表人数】不得少于" + frame.residentReps() + "人")
                .require(
                        !frame.pipeTest() || !form.pipeTestReport().isEmpty(),
                        "pipeTestReport",
                        "【管网检测报告】本案政策要求第三方检测管网，必须上传");
        checkParties(form.partyResults(), frame.seats(), faults);
        checkIssues(form, frame, faults);
        faults.refuse("acceptance.invalidFinalAcceptance");
    }

    private static void checkParties(List<PartyResult> results, List<AcceptanceSeat> seats, Faults faults) {
        Set<String> signed = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            String role = results.get(i).role();
            faults.require(signed.add(role), "partyResults[" + i + "].role", "【参加单位】不得重复")
                    .require(
                            seats.stream().anyMatch(s -> s.role().equals(role)),
                            "partyResults[" + i + "].role",
                            "【参加单位】不在本案政策规定的验收单位之列");
        }
        seats.stream()
                .filter(s -> s.weight() == Weight.MANDATORY && !signed.contains(s.role()))
                .forEach(s -> faults.add("partyResults", "【各方结论】缺少" + s.officeName() + "的结论和签字"));
    }

    private static void checkIssues(FinalAcceptance form, Frame frame, Faults faults) {
        List<Issue> issues = form.rectifyList();
        faults.require(!fails(form, frame.seats()) || !issues.isEmpty(), "rectifyList", "【整改清单】有单位结论不合格或法定条件未全部具备时必填");
        for (int i = 0; i < issues.size(); i++) {
            LocalDate due = issues.get(i).dueOn();
            faults.require(
                    due.isAfter(form.acceptanceDate()) && !due.isAfter(frame.lastRectification()),
                    "rectifyList[" + i + "].dueOn",
                    "【整改期限】须在验收日期之后，且不晚于" + frame.lastRectification());
        }
    }

    static boolean fails(FinalAcceptance form, List<AcceptanceSeat> seats) {
        boolean refused = form.partyResults().stream()
                .filter(r -> r.result() == Result.FAIL)
                .anyMatch(r -> seats.stream()
                        .anyMatch(
                                s -> s.weight() == Weight.MANDATORY && s.role().equals(r.role())));
        return refused || form.conditions16().stream().distinct().count() < Condition.values().length;
    }
}
