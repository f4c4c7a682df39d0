package org.jiugai.archive;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jiugai.picture.Box;
import org.jiugai.picture.Drawing.Dash;
import org.jiugai.picture.Drawing.Fill;
import org.jiugai.picture.Drawing.Line;
import org.jiugai.picture.Drawing.Words;
import org.jiugai.picture.Outline;

/** Draws a model on a sheet of A3, as lines and text that stay sharp however far one goes in. */
final class PicturePage implements Outline.Pen {
    private static final Color DARK = new Color(0x22242a);
    private static final int MARGIN = 36;
    private static final int HEADING = 14;
    private static final int HEAD = 30;
    private final PDPageContentStream page;
    private final PDFont font;

    private PicturePage(PDPageContentStream page, PDFont font) {
        this.page = page;
        this.font = font;
    }

    /**
     * @param note what stands in the corner
     */
    static void add(PDDocument document, PDFont font, Report.Picture picture, String note) throws IOException {
        PDRectangle sheet =
                new PDRectangle(/* width= */ PDRectangle.A3.getHeight(), /* height= */ PDRectangle.A3.getWidth());
        PDPage added = new PDPage(sheet);
        document.addPage(added);
        try (PDPageContentStream content = new PDPageContentStream(document, added)) {
            PicturePage page = new PicturePage(content, font);
            int top = (int) sheet.getHeight() - MARGIN;
            page.write(picture.title(), HEADING, Matrix.getTranslateInstance(MARGIN, top - HEADING));
            page.write(note, HEADING - 4, Matrix.getTranslateInstance(MARGIN, MARGIN / 2));
            Box view = picture.drawing().view();
            Box room = new Box(MARGIN, MARGIN, (int) sheet.getWidth() - 2 * MARGIN, top - HEAD - MARGIN);
            content.saveGraphicsState();
            content.transform(fit(view, room));
            picture.drawing().figures().stream()
                    .flatMap(figure -> figure.marks().stream())
                    .forEach(mark -> {
                        if (mark instanceof Line line) page.draw(line);
                        if (mark instanceof Words words) page.draw(words);
                    });
            content.restoreGraphicsState();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The drawing counts downwards, the page upwards; never larger than on a screen. */
    private static Matrix fit(Box view, Box room) {
        float scale =
                Math.min(0.075f, Math.min((float) room.width() / view.width(), (float) room.height() / view.height()));
        return new Matrix(scale, 0, 0, -scale, room.x() - view.x() * scale, room.bottom() + view.y() * scale);
    }

    private void draw(Line line) {
        try {
            page.setStrokingColor(DARK);
            page.setLineWidth(line.ink().width());
            page.setLineCapStyle(line.ink().dash() == Dash.DOTTED ? 1 : 0);
            page.setLineJoinStyle(1);
            page.setLineDashPattern(
                    switch (line.ink().dash()) {
                        case SOLID -> new float[0];
                        case DASHED -> new float[] {60, 40};
                        case DOTTED -> new float[] {0, 40};
                    },
                    0);
            line.outline().draw(this);
            if (line.ink().fill() == Fill.NONE) {
                page.stroke();
            } else {
                page.setNonStrokingColor(line.ink().fill() == Fill.PAPER ? Color.WHITE : DARK);
                page.fillAndStroke();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Words words) {
        try {
            String text = known(words.text());
            float length = font.getStringWidth(text) / 1000 * words.size();
            Matrix place = words.turned()
                    ? new Matrix(0, -1, -1, 0, words.x(), words.baseline() + length / 2)
                    : new Matrix(1, 0, 0, -1, words.x() - (words.centred() ? length / 2 : 0), words.baseline());
            write(text, words.size(), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, int size, Matrix place) throws IOException {
        page.setNonStrokingColor(DARK);
        page.beginText();
        page.setFont(font, size);
        page.setTextMatrix(place);
        page.showText(known(text));
        page.endText();
    }

    /** Characters for which the font has no sign would end the printing. */
    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String character = Character.toString(letter);
            try {
                font.encode(character);
                known.append(character);
            } catch (IOException | IllegalArgumentException e) {
                known.append('?');
            }
        });
        return known.toString();
    }

    @Override
    public void moveTo(int x, int y) {
        drawn(() -> page.moveTo(x, y));
    }

    @Override
    public void lineTo(int x, int y) {
        drawn(() -> page.lineTo(x, y));
    }

    @Override
    public void curveTo(int x1, int y1, int x2, int y2, int x, int y) {
        drawn(() -> page.curveTo(x1, y1, x2, y2, x, y));
    }

    @Override
    public void close() {
        drawn(page::closePath);
    }

    private interface Stroke {
        void draw() throws IOException;
    }

    private static void drawn(Stroke stroke) {
        try {
            stroke.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
