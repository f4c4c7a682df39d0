package org.jiugai.survey.process;

import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.engine.TaskFacts.Option;
import org.jiugai.engine.TaskFacts.Sheet;
import org.jiugai.engine.TaskFacts.Table;

/** The communities of a case as a form shows them. */
final class Communities {
    private Communities() {}

    static Sheet sheet(List<CaseCommunity> communities) {
        return Sheet.of(new Table(
                        "本案小区",
                        List.of("小区", "户数", "楼栋", "建筑面积（m²）", "建成年份"),
                        communities.stream().map(Communities::row).toList()))
                .withOptions(
                        "communities",
                        communities.stream()
                                .map(c -> new Option(String.valueOf(c.communityId()), c.name()))
                                .toList());
    }

    private static List<String> row(CaseCommunity c) {
        return List.of(
                c.name(),
                String.valueOf(c.households()),
                String.valueOf(c.buildings()),
                c.area().squareMetres(),
                c.buildYear() == null ? "—" : String.valueOf(c.buildYear()));
    }
}
