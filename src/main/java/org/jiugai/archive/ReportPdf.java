package org.jiugai.archive;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints the report: a page of ours laid out for paper, then the models as pictures. Nothing is fetched, neither fonts nor pictures. */
final class ReportPdf {
    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    ReportPdf() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/archive/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        templates.setTemplateResolver(files);
    }

    void write(Report report, OutputStream out) throws IOException {
        String page = templates.process("report", new Context(Locale.CHINA, Map.of("report", report)));
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(readable("案件审计报告 " + report.caseNo() + " " + report.name()));
            about.setCreator("Jiugai");
            layOut(readable(page), document, out);
            PDFont font = PDType0Font.load(document, Fonts.regular());
            int count = report.pictures().size();
            for (int i = 0; i < count; i++)
                PicturePage.add(document, font, report.pictures().get(i), "附图 " + (i + 1) + " / " + count);
            document.save(out);
        }
    }

    private static void layOut(String page, PDDocument document, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(Fonts::regular, Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(Fonts::bold, Fonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(page, null);
        builder.usePDDocument(document);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    /** XML has no way to write some characters, and lone halves of a pair are none. */
    private static String readable(String text) {
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
}
