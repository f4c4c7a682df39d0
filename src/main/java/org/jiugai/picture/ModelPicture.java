package org.jiugai.picture;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jiugai.picture.Drawing.Figure;
import org.jiugai.picture.Drawing.Line;
import org.jiugai.picture.Drawing.Mark;
import org.jiugai.picture.Drawing.Words;
import org.jspecify.annotations.Nullable;

/** Draws a BPMN model as its diagram lays it out. The same model gives the same drawing, whatever the machine. */
public final class ModelPicture {
    private static final int MARGIN = 200;

    private ModelPicture() {}

    /**
     * @param bpmn the model as XML, with its diagram; the caller closes it
     */
    public static Drawing of(InputStream bpmn) {
        BpmnModelInstance model = Bpmn.readModelFromStream(bpmn);
        List<Node> nodes = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() != null)
                .map(ModelPicture::node)
                .toList();
        Stream<Node> containers = nodes.stream()
                .filter(Node::isContainer)
                .sorted(Comparator.comparingLong((Node node) -> node.box().area())
                        .reversed());
        Stream<Edge> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge ->
                        edge.getBpmnElement() != null && edge.getWaypoints().size() > 1)
                .map(ModelPicture::edge);
        // what sits on the border of something is drawn after it
        Stream<Node> others = nodes.stream()
                .filter(node -> !node.isContainer())
                .sorted(Comparator.comparing(node -> node.type().equals("boundaryEvent")));
        List<Figure> figures = new ArrayList<>();
        containers.map(Node::figure).forEach(figures::add);
        edges.map(Edge::figure).forEach(figures::add);
        others.map(Node::figure).forEach(figures::add);
        return new Drawing(title(model), view(figures), figures);
    }

    private static String title(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .map(process -> process.getName() == null ? process.getId() : process.getName())
                .findFirst()
                .orElse("");
    }

    private static Node node(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        boolean interrupting = !(element instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                || element instanceof StartEvent start && !start.isInterrupting());
        boolean holds = element instanceof SubProcess && shape.isExpanded();
        boolean byEvent = element instanceof SubProcess part && part.triggeredByEvent();
        return new Node(
                element.getId(),
                type(element),
                name(element),
                box(shape.getBounds()),
                holds,
                label(shape.getBpmnLabel()),
                element.getChildElementsByType(EventDefinition.class).stream()
                        .map(ModelPicture::type)
                        .findFirst()
                        .orElse(""),
                repeated(element),
                interrupting,
                byEvent);
    }

    private static Edge edge(BpmnEdge edge) {
        BaseElement element = edge.getBpmnElement();
        boolean fromActivity = element instanceof SequenceFlow flow && flow.getSource() instanceof Activity;
        boolean condition =
                !element.getChildElementsByType(ConditionExpression.class).isEmpty();
        return new Edge(
                element.getId(),
                type(element),
                name(element),
                edge.getWaypoints().stream()
                        .map(p -> new Edge.Point(tenths(p, "x"), tenths(p, "y")))
                        .toList(),
                label(edge.getBpmnLabel()),
                element instanceof SequenceFlow flow && isDefault(flow),
                fromActivity && condition);
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getSource() != null && flow.getId().equals(flow.getSource().getAttributeValue("default"));
    }

    /** The engine's model does not know the standard loop, the diagram does. */
    private static String repeated(BaseElement element) {
        boolean loop = element.getDomElement().getChildElements().stream()
                .anyMatch(child -> child.getLocalName().equals("standardLoopCharacteristics"));
        return element.getChildElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                .map(several -> several.isSequential() ? "sequential" : "parallel")
                .findFirst()
                .orElse(loop ? "loop" : "");
    }

    private static String type(ModelElementInstance element) {
        return element.getElementType().getTypeName();
    }

    private static String name(BaseElement element) {
        if (element instanceof TextAnnotation note)
            return note.getText() == null ? "" : note.getText().getTextContent();
        String name = element.getAttributeValue("name");
        if (name == null && element instanceof Participant pool && pool.getProcess() != null)
            name = pool.getProcess().getName();
        return name == null ? "" : name;
    }

    private static @Nullable Box label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(tenths(bounds, "x"), tenths(bounds, "y"), tenths(bounds, "width"), tenths(bounds, "height"));
    }

    private static int tenths(ModelElementInstance element, String attribute) {
        return new BigDecimal(element.getAttributeValue(attribute))
                .movePointRight(1)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Everything that was drawn, with a margin. */
    private static Box view(List<Figure> figures) {
        return figures.stream()
                .flatMap(figure -> figure.marks().stream())
                .map(ModelPicture::space)
                .reduce(Box::around)
                .orElse(new Box(0, 0, 0, 0))
                .inset(-MARGIN);
    }

    private static Box space(Mark mark) {
        return mark instanceof Words words ? Lettering.space(words) : Extent.of(((Line) mark).outline());
    }

    /** The room that an outline takes; the handles of its curves count, which lie no farther out than its corners. */
    private static final class Extent implements Outline.Pen {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;
        private int bottom = Integer.MIN_VALUE;

        static Box of(Outline outline) {
            Extent extent = new Extent();
            outline.draw(extent);
            return new Box(extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top);
        }

        @Override
        public void moveTo(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        @Override
        public void lineTo(int x, int y) {
            moveTo(x, y);
        }

        @Override
        public void curveTo(int x1, int y1, int x2, int y2, int x, int y) {
            moveTo(x1, y1);
            moveTo(x2, y2);
            moveTo(x, y);
        }

        @Override
        public void close() {}
    }
}
