package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs last: every node of every model was entered by some test of this run. */
@ProcessTest
@Order(Integer.MAX_VALUE)
class FlowNodeCoverageTests {
    @Autowired
    private Scenario scenario;

    @Test
    void everyNodeOfEveryModelWasVisitedByThisRun() throws IOException {
        Map<String, Set<String>> missing = new TreeMap<>();
        int all = 0;
        int open = 0;
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                String process = file.getFileName().toString().replace(".bpmn", "");
                Set<String> visited = new TreeSet<>(scenario.jdbc
                        .sql("select distinct act_id_ from act_hi_actinst where proc_def_key_ = ?")
                        .param(process)
                        .query(String.class)
                        .list());
                Set<String> nodes = new TreeSet<>();
                Bpmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(FlowNode.class)
                        .forEach(n -> nodes.add(n.getId()));
                all += nodes.size();
                nodes.removeAll(visited);
                open += nodes.size();
                if (!nodes.isEmpty()) missing.put(process, nodes);
            }
        }
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("flow-node-coverage.txt"),
                "flow nodes %d, visited %d%n%s%n".formatted(all, all - open, missing));
        assertThat(missing).isEmpty();
    }
}
