package org.jiugai.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jiugai.printing.Fonts;
import org.jiugai.printing.PrintedPage;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints the report: a page of ours laid out for paper, then the models as pictures. Nothing is fetched, neither fonts nor pictures. */
final class ReportPdf {
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
            about.setTitle(PrintedPage.readable("案件审计报告 " + report.caseNo() + " " + report.name()));
            about.setCreator("Jiugai");
            PrintedPage.layOut(page, document, out);
            PDFont font = PDType0Font.load(document, Fonts.regular());
            int count = report.pictures().size();
            for (int i = 0; i < count; i++)
                PicturePage.add(document, font, report.pictures().get(i), "附图 " + (i + 1) + " / " + count);
            document.save(out);
        }
    }
}
