package org.jiugai.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a template of ours out for paper. Nothing is fetched, neither fonts nor pictures; pictures stand in the page itself. */
public final class PrintedPage {
    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static final SpringTemplateEngine TEMPLATES = templates();

    private PrintedPage() {}

    /**
     * @param template path below {@code templates/} without extension, e.g. {@code registry/letters}
     * @return the PDF
     */
    public static byte[] pdf(String template, Map<String, Object> model) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            layOut(TEMPLATES.process(template, new Context(Locale.CHINA, model)), document, out);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a page out into the document, which stays open. */
    public static void layOut(String page, PDDocument document, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(Fonts::regular, Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(Fonts::bold, Fonts.FAMILY, 700, FontStyle.NORMAL, true);
        // pictures that stand in the page itself, and nothing from anywhere else
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;") ? uri : null);
        builder.withHtmlContent(readable(page), null);
        builder.usePDDocument(document);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    /** XML has no way to write some characters, and lone halves of a pair are none. */
    public static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= ' ' && c < 0xD800
                        || c > 0xDFFF && c < 0xFFFE
                        || c > 0xFFFF)
                .forEach(readable::appendCodePoint);
        return readable.toString();
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }
}
