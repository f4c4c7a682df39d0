package org.jiugai.picture;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jiugai.picture.Drawing.Dash;
import org.jiugai.picture.Drawing.Figure;
import org.jiugai.picture.Drawing.Fill;
import org.jiugai.picture.Drawing.Ink;
import org.jiugai.picture.Drawing.Line;
import org.jiugai.picture.Drawing.Mark;
import org.jiugai.picture.Drawing.Words;

/**
 * A drawing as SVG: one group per element with {@code data-id} and its kinds as classes. No script and no style in it, only presentation
 * attributes, which a page's style sheet may override.
 */
public final class Svg {
    private static final String DARK = "#22242a";
    private static final String FONTS =
            "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
    private final XMLStreamWriter xml;

    private Svg(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The picture as text, in UTF-8 when it is stored. */
    public static String of(Drawing drawing) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Svg(xml).write(drawing);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(Drawing drawing) throws XMLStreamException {
        Box view = drawing.view();
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        xml.writeAttribute(
                "viewBox",
                number(view.x()) + " " + number(view.y()) + " " + number(view.width()) + " " + number(view.height()));
        xml.writeAttribute("width", number(view.width()));
        xml.writeAttribute("height", number(view.height()));
        xml.writeAttribute("role", "img");
        xml.writeAttribute("font-family", FONTS);
        xml.writeAttribute("stroke-linejoin", "round");
        xml.writeStartElement("title");
        xml.writeCharacters(drawing.title());
        xml.writeEndElement();
        for (Figure figure : drawing.figures()) write(figure);
        xml.writeEndElement();
    }

    private void write(Figure figure) throws XMLStreamException {
        xml.writeStartElement("g");
        xml.writeAttribute("data-id", figure.id());
        xml.writeAttribute("class", String.join(" ", figure.kinds()));
        for (Mark mark : figure.marks()) {
            if (mark instanceof Line line) write(line);
            if (mark instanceof Words words) write(words);
        }
        xml.writeEndElement();
    }

    private void write(Line line) throws XMLStreamException {
        Ink ink = line.ink();
        Path path = new Path();
        line.outline().draw(path);
        xml.writeEmptyElement("path");
        xml.writeAttribute("d", path.toString());
        xml.writeAttribute("fill", ink.fill() == Fill.NONE ? "none" : ink.fill() == Fill.PAPER ? "#ffffff" : DARK);
        xml.writeAttribute("stroke", DARK);
        xml.writeAttribute("stroke-width", number(ink.width()));
        if (ink.dash() == Dash.DASHED) xml.writeAttribute("stroke-dasharray", "6 4");
        if (ink.dash() == Dash.DOTTED) {
            xml.writeAttribute("stroke-dasharray", "0 4");
            xml.writeAttribute("stroke-linecap", "round");
        }
    }

    private void write(Words words) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("x", number(words.x()));
        xml.writeAttribute("y", number(words.baseline()));
        xml.writeAttribute("font-size", number(words.size()));
        if (words.centred()) xml.writeAttribute("text-anchor", "middle");
        xml.writeAttribute("fill", DARK);
        if (words.turned())
            xml.writeAttribute("transform", "rotate(-90 " + number(words.x()) + " " + number(words.baseline()) + ")");
        xml.writeCharacters(printable(words.text()));
        xml.writeEndElement();
    }

    /** XML has no way to write some control characters. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(letter -> letter >= ' '
                        && letter != 0xFFFE
                        && letter != 0xFFFF
                        && !(letter >= 0xD800 && letter <= 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String number(int tenths) {
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths % 10);
    }

    private static final class Path implements Outline.Pen {
        private final StringBuilder d = new StringBuilder();

        @Override
        public void moveTo(int x, int y) {
            d.append('M').append(number(x)).append(' ').append(number(y));
        }

        @Override
        public void lineTo(int x, int y) {
            d.append('L').append(number(x)).append(' ').append(number(y));
        }

        @Override
        public void curveTo(int x1, int y1, int x2, int y2, int x, int y) {
            d.append('C').append(number(x1)).append(' ').append(number(y1)).append(' ');
            d.append(number(x2)).append(' ').append(number(y2)).append(' ');
            d.append(number(x)).append(' ').append(number(y));
        }

        @Override
        public void close() {
            d.append('Z');
        }

        @Override
        public String toString() {
            return d.toString();
        }
    }
}
