package org.jiugai.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jiugai.picture.Drawing.Figure;
import org.jiugai.picture.Drawing.Line;
import org.jiugai.picture.Drawing.Mark;
import org.jiugai.picture.Drawing.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every shipped model as a picture, and one of everything that BPMN knows. The pictures lie in {@code target/model-pictures}. */
class ModelPictureTest {
    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeHasItsGroupInsideTheView(Path file) throws Exception {
        Drawing drawing = draw(file);
        Document svg = read(Svg.of(drawing));
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());

        List<String> groups = groups(svg);
        assertThat(groups)
                .doesNotHaveDuplicates()
                .containsAll(model.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList())
                .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
        for (Figure figure : drawing.figures())
            for (Mark mark : figure.marks())
                assertThat(drawing.view().contains(space(mark))).as(figure.id()).isTrue();

        Path picture =
                Path.of("target/model-pictures", file.getFileName().toString().replace(".bpmn", ".svg"));
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, Svg.of(drawing));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameModelGivesTheSamePicture(Path file) throws IOException {
        assertThat(Svg.of(draw(file))).isEqualTo(Svg.of(draw(file)));
    }

    @Test
    void everyKindOfElementIsToldApart() throws Exception {
        String svg = Svg.of(draw(Path.of("src/test/resources/picture/everything.bpmn")));
        Files.createDirectories(Path.of("target/model-pictures"));
        Files.writeString(Path.of("target/model-pictures/everything.svg"), svg);
        assertThat(svg)
                .contains("class=\"node task user\"", "class=\"node task service\"", "class=\"node task businessRule\"")
                .contains("class=\"node task receive\"", "class=\"node call\"", "class=\"node subprocess\"")
                .contains("class=\"node event start timer\"", "class=\"node event boundary error\"")
                .contains("class=\"node event intermediate message\"", "class=\"node event end\"")
                .contains("class=\"node gateway exclusive\"", "class=\"node gateway eventBased\"")
                .contains("class=\"flow\"", "class=\"node lane\"", "class=\"node textAnnotation\"");
    }

    @Test
    void namesStayText() throws Exception {
        String hostile = "</text><script>alert(1)</script>&\"'<图>\u0001";
        String xml = Files.readString(Path.of("bpmn/notice/public-notice.bpmn"))
                .replaceAll(
                        "(<bpmn:userTask[^>]* name=\")[^\"]*",
                        "$1&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;'&lt;图&gt;");
        Document svg = read(Svg.of(ModelPicture.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent().replaceAll("\\s", ""))
                .contains(hostile.replace("\u0001", "").replaceAll("\\s", ""));
    }

    @Test
    void linesNeverBeginWithAPunctuationMark() {
        assertThat(Lettering.lines("是否同意（含有条件同意），并说明理由", 120, 600))
                .noneMatch(line -> line.startsWith("，") || line.startsWith("）"))
                .noneMatch(line -> line.endsWith("（"));
        assertThat(Lettering.lines("报送 EPC contract", 120, 800)).contains("contract");
        assertThat(Lettering.lines("averyveryverylongwordwithoutanyspace", 120, 600))
                .hasSizeGreaterThan(1);
        assertThat(Lettering.lines("", 120, 600)).isEmpty();
    }

    private static Drawing draw(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ModelPicture.of(in);
        }
    }

    private static Box space(Mark mark) {
        if (mark instanceof Words words) return Lettering.space(words);
        List<Integer> xs = new ArrayList<>();
        List<Integer> ys = new ArrayList<>();
        ((Line) mark).outline().draw(new Outline.Pen() {
            @Override
            public void moveTo(int x, int y) {
                xs.add(x);
                ys.add(y);
            }

            @Override
            public void lineTo(int x, int y) {
                moveTo(x, y);
            }

            @Override
            public void curveTo(int x1, int y1, int x2, int y2, int x, int y) {
                moveTo(x, y);
            }

            @Override
            public void close() {}
        });
        int left = xs.stream().min(Integer::compare).orElseThrow();
        int top = ys.stream().min(Integer::compare).orElseThrow();
        return new Box(
                left,
                top,
                xs.stream().max(Integer::compare).orElseThrow() - left,
                ys.stream().max(Integer::compare).orElseThrow() - top);
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> groups(Document svg) {
        NodeList all = svg.getElementsByTagName("g");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) ids.add(((Element) all.item(i)).getAttribute("data-id"));
        return ids;
    }
}
