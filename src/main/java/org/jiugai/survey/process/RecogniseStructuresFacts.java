package org.jiugai.survey.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.survey.ListedStructure;
import org.jiugai.survey.Structures;
import org.springframework.stereotype.Component;

/** The list of structures, with a row for the answer to each. */
@Component
class RecogniseStructuresFacts implements TaskFacts {
    private final Structures structures;

    RecogniseStructuresFacts(Structures structures) {
        this.structures = structures;
    }

    @Override
    public String form() {
        return "recognise-structures";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        List<ListedStructure> listed = structures.ofCase(Step.CASE_ID.get(task));
        return Sheet.of(new Table(
                        "违法建设与占用清单",
                        List.of("编号", "小区", "类别", "位置", "面积（m²）", "当事人"),
                        listed.stream()
                                .map(each -> List.of(
                                        "违建" + each.no(),
                                        each.community(),
                                        each.kind().label(),
                                        each.location(),
                                        each.area().squareMetres(),
                                        Objects.toString(each.party(), "—")))
                                .toList()))
                .withOptions(
                        "structures",
                        listed.stream()
                                .map(each -> new Option(String.valueOf(each.id()), each.shown()))
                                .toList())
                .withValue(
                        "recognitions",
                        listed.stream()
                                .map(each -> Map.of("structureId", String.valueOf(each.id())))
                                .toList());
    }
}
