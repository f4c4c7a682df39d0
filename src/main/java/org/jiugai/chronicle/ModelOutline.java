package org.jiugai.chronicle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The nodes of a model with the flows that lead to them. */
record ModelOutline(Map<String, String> names, Map<String, List<Flow>> flowsTo) {
    /** A sequence flow. */
    record Flow(String id, String source, String target) {}

    static ModelOutline of(BpmnModelInstance model) {
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        return new ModelOutline(
                nodes.stream()
                        .collect(Collectors.toMap(
                                FlowNode::getId, node -> Objects.requireNonNullElse(node.getName(), ""))),
                flows.stream()
                        .map(flow -> new Flow(
                                flow.getId(),
                                flow.getSource().getId(),
                                flow.getTarget().getId()))
                        .collect(Collectors.groupingBy(Flow::target)));
    }

    Optional<String> name(String node) {
        return Optional.ofNullable(names.get(node)).filter(name -> !name.isBlank());
    }

    List<Flow> flowsTo(String node) {
        return flowsTo.getOrDefault(node, List.of());
    }
}
