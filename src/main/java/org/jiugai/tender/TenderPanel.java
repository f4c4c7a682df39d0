package org.jiugai.tender;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CasePanel;
import org.jiugai.kernel.Money;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Packages, rounds and contracts on the case page. */
@Component
class TenderPanel implements CasePanel {
    private final Packages packages;
    private final TenderRounds rounds;
    private final Contracts contracts;
    private final OrganisationManagement organisation;

    TenderPanel(Packages packages, TenderRounds rounds, Contracts contracts, OrganisationManagement organisation) {
        this.packages = packages;
        this.rounds = rounds;
        this.contracts = contracts;
        this.organisation = organisation;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<Packages.TenderPackage> mine = packages.ofCase(caseId);
        if (mine.isEmpty()) return null;
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> history = new ArrayList<>();
        for (Packages.TenderPackage p : mine) {
            for (Packages.Part part : packages.parts(p.id())) {
                if (part.caseId() == caseId) rows.add(row(p, part));
            }
            rounds.history(p.id()).forEach(round -> {
                List<String> line = new ArrayList<>(List.of(p.packageNo()));
                line.addAll(round);
                history.add(line);
            });
        }
        List<PanelTable> tables = new ArrayList<>();
        tables.add(new PanelTable("标段", List.of("编号", "名称", "类型", "方式", "标段估算价（元）", "本案份额（元）", "判定依据"), rows));
        if (!history.isEmpty()) tables.add(new PanelTable("招标轮次", List.of("标段", "轮次", "投标截止", "投标人数", "结果"), history));
        List<List<String>> signed =
                contracts.ofCase(caseId).stream().map(this::row).toList();
        if (!signed.isEmpty()) {
            tables.add(new PanelTable(
                    "合同", List.of("合同编号", "标段", "类型", "签约单位", "合同价（元）", "本案金额（元）", "工期（日）", "签订日期"), signed));
        }
        return new Panel("tender", "招标采购", tables);
    }

    private static List<String> row(Packages.TenderPackage p, Packages.Part part) {
        return List.of(
                p.packageNo(),
                p.name(),
                p.type().label(),
                p.method().label(),
                p.estimate().shown(),
                Money.ofFen(part.estimateFen()).shown(),
                (part.mustTender() ? "必须招标：" : "非必须招标：") + part.mustBasis());
    }

    private List<String> row(Contract c) {
        return List.of(
                c.contractNo(),
                c.packageNo(),
                c.type().label(),
                organisation.office(c.contractorOffice()).name(),
                c.price().shown(),
                c.amountOfCase().shown(),
                String.valueOf(c.durationDays()),
                c.signedOn().toString());
    }
}
