package org.jiugai.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.acceptance.JointAcceptanceRows.Seat;
import org.jiugai.casefile.CasePanel;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attempts, rounds and issues on the case page. */
@Component
class AcceptancePanel implements CasePanel {
    private final FinalAcceptanceRows attempts;
    private final JointAcceptanceRows joint;
    private final OrganisationManagement organisation;

    AcceptancePanel(FinalAcceptanceRows attempts, JointAcceptanceRows joint, OrganisationManagement organisation) {
        this.attempts = attempts;
        this.joint = joint;
        this.organisation = organisation;
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<PanelTable> tables = new ArrayList<>();
        List<FinalAcceptanceRows.Attempt> made = attempts.attempts(caseId);
        if (!made.isEmpty()) {
            tables.add(new PanelTable(
                    "竣工验收",
                    List.of("次数", "通知质监", "验收日期", "居民代表(人)", "结论"),
                    made.stream().map(AcceptancePanel::row).toList()));
        }
        List<List<String>> issues = made.stream()
                .flatMap(a -> attempts.issues(a.id()).stream()
                        .map(i -> List.of(
                                "第" + a.attempt() + "次", i.content(), i.dueOn().toString())))
                .toList();
        if (!issues.isEmpty()) tables.add(new PanelTable("整改清单", List.of("验收", "问题", "整改期限"), issues));
        List<List<String>> opinions =
                joint.ofCase(caseId).stream().map(this::row).toList();
        if (!opinions.isEmpty()) {
            tables.add(new PanelTable("联合验收", List.of("轮次", "单位", "性质", "意见", "日期", "说明"), opinions));
        }
        return tables.isEmpty() ? null : new Panel("acceptance", "验收", tables);
    }

    private static List<String> row(FinalAcceptanceRows.Attempt attempt) {
        return List.of(
                "第" + attempt.attempt() + "次",
                attempt.notifyDate().toString(),
                attempt.acceptanceDate().toString(),
                String.valueOf(attempt.residentReps()),
                attempt.outcome() == null
                        ? ""
                        : AcceptanceOutcome.valueOf(attempt.outcome()).label());
    }

    private List<String> row(Seat seat) {
        return List.of(
                String.valueOf(seat.round()),
                organisation.office(seat.office()).name(),
                seat.weight().equals("MANDATORY") ? "必须合格" : "参考意见",
                seat.opinion() == null
                        ? "待出具"
                        : JointOpinion.Opinion.valueOf(seat.opinion()).label(),
                seat.happenedOn() == null ? "" : seat.happenedOn().toString(),
                seat.comment() == null ? "" : seat.comment());
    }
}
