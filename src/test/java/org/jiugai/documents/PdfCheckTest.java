package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.jiugai.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCheckTest {
    private static final String PAGES = "<</Type/Pages/Kids[]/Count 0>>";

    @TempDir
    Path folder;

    private FileChecks checks;

    @BeforeEach
    void open() {
        checks = new FileChecks(folder);
    }

    /** Changes a document before it is written. */
    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
                "/OpenAction<</S/Java#53cript/JS(x)>>",
                "/OpenAction<</#53 /JavaScript/#4aS 3 0 R>>",
                "/AA<</WC<</S/Launch/F(cmd.exe)>>>>",
                "/Names<</JavaScript<</Names[(a)<</JS(x)>>]>>>>",
                "/OpenAction[[<</S/ImportData/F(x)>>]]",
                "/AcroForm<</XFA[(template)3 0 R]>>",
                "/X<</Type/Annot/Subtype/RichMedia>>",
                "/OpenAction<</S/GoToE/T<</R/C>>>>"
            })
    void actionsAreRefusedHoweverTheyAreWritten(String entry) {
        checks.refuses(
                SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R" + entry + ">>", PAGES, stream("", "x")),
                "a.pdf",
                "activeContent");
    }

    @Test
    void actionOfAnObjectToWhichNothingLeadsIsRefused() {
        checks.refuses(
                SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R>>", PAGES, "[[<</S/Launch/F(x)>>]]"),
                "a.pdf",
                "activeContent");
    }

    @Test
    void scriptPackedWithOtherObjectsIsRefused() throws IOException {
        Change script = document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        byte[] packed = written(script, true);
        assertThat(new String(packed, StandardCharsets.ISO_8859_1)).doesNotContain("JavaScript");
        checks.refuses(packed, "a.pdf", "activeContent");
        checks.refuses(written(script, false), "a.pdf", "activeContent");
    }

    @Test
    void scriptOfAProtectedFileIsSeenAndTheFileItselfIsAccepted() throws IOException {
        Change locked = document -> document.protect(policy(""));
        assertThat(checks.kind(written(locked, true), "a.pdf")).isEqualTo(FileKind.PDF);
        Change both = document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.protect(policy(""));
        };
        checks.refuses(written(both, true), "a.pdf", "activeContent");
    }

    @Test
    void fileThatNeedsAPasswordIsRefused() throws IOException {
        checks.refuses(written(document -> document.protect(policy("geheim")), true), "a.pdf", "encrypted");
        checks.refuses(
                new String(
                                SampleFiles.pdfOf(
                                        "<</Type/Catalog/Pages 2 0 R>>", PAGES, "<</Filter/Unknown.Sec/V 1>>"),
                                StandardCharsets.ISO_8859_1)
                        .replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 3 0 R")
                        .getBytes(StandardCharsets.ISO_8859_1),
                "a.pdf",
                "encrypted");
    }

    @Test
    void attachedFilesAreRefusedUnlessTheOperatorAcceptsData() throws IOException {
        byte[] invoice = written(document -> attach(document, "invoice.xml", "<?xml version='1.0'?><xbrl/>"), true);
        byte[] program = written(document -> attach(document, "invoice.xml", "MZ <?xml"), true);
        checks.refuses(invoice, "a.pdf", "attachedFiles");
        checks.refuses(program, "a.pdf", "attachedFiles");
        FileChecks lenient = checks.with("pdf-data-attachments", true);
        assertThat(lenient.kind(invoice, "发票.pdf")).isEqualTo(FileKind.PDF);
        lenient.refuses(program, "a.pdf", "attachedFiles");
    }

    @Test
    void attachedFileWithoutItsTypeIsRefused() {
        checks.refuses(
                SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R/X<</EF<</F 3 0 R>>>>>>", PAGES, stream("", "MZ")),
                "a.pdf",
                "attachedFiles");
    }

    @Test
    void honestFilesAreAccepted() throws IOException {
        Change link = document -> document.getDocumentCatalog().setOpenAction(new PDActionURI());
        assertThat(checks.kind(written(link, true), "a.pdf")).isEqualTo(FileKind.PDF);
        assertThat(checks.kind(written(link, false), "a.pdf")).isEqualTo(FileKind.PDF);
        String font = "/Resources<</Font<</JS 3 0 R>>>>/Names<</EmbeddedFiles<</Names[]>>>>";
        assertThat(checks.kind(SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R" + font + ">>", PAGES, "<<>>"), "a.pdf"))
                .isEqualTo(FileKind.PDF);
    }

    @Test
    void scanWithAWrongTableIsMendedAsReadersDo() {
        String broken = new String(SampleFiles.pdf(), StandardCharsets.ISO_8859_1)
                .replaceAll("startxref\n\\d+", "startxref\n7");
        assertThat(checks.kind(broken.getBytes(StandardCharsets.ISO_8859_1), "a.pdf"))
                .isEqualTo(FileKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.4\n", "%PDF-1.4\n%%EOF", "%PDF-1.4\n1 0 obj\n<<\n%%EOF"})
    void fileThatCannotBeReadIsRefused(String content) {
        checks.refuses(content.getBytes(StandardCharsets.ISO_8859_1), "a.pdf", "damaged");
    }

    @Test
    @Timeout(60)
    void streamsThatSwellAreNotUnpacked() {
        String bomb = packed(80 * 1024 * 1024);
        String table = stream("/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Filter/FlateDecode", bomb);
        checks.refuses(withTable(table), "a.pdf", "tooComplex");
        String objects = stream("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode]", bomb);
        checks.refuses(withoutTable(objects), "a.pdf", "tooComplex");
        String chained = stream("/Type/ObjStm/N 1/First 4/Filter[/LZWDecode/FlateDecode]", "x");
        checks.refuses(withoutTable(chained), "a.pdf", "tooComplex");
        String rows = "/DecodeParms<</Predictor 12/Columns 2000000000>>";
        String wide = stream("/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Filter/FlateDecode" + rows, packed(100));
        checks.refuses(withTable(wide), "a.pdf", "tooComplex");
    }

    @Test
    @Timeout(60)
    void tableWithoutEndIsRefused() {
        String endless = "/Type/XRef/Size 9/W[0 0 0]/Index[0 2000000000]/Root 1 0 R";
        checks.refuses(withTable(stream(endless, "x")), "a.pdf", "tooComplex");
        String many = "/Type/XRef/Size 9/W[0 1 0]/Index[0 2000000000]/Root 1 0 R/Filter/FlateDecode";
        checks.refuses(withTable(stream(many, packed(20_000_000))), "a.pdf", "tooComplex");
    }

    @Test
    @Timeout(60)
    void masterpiecesOfManyObjectsOrValuesAreRefused() {
        String objects = " 0 obj".repeat(1_000_001);
        checks.refuses(SampleFiles.pdf(objects), "a.pdf", "tooComplex");
        String values = "[" + "1 ".repeat(4_000_001) + "]";
        checks.refuses(SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R>>", PAGES, values), "a.pdf", "tooComplex");
    }

    @Test
    @Timeout(60)
    void fileThatMakesItsReaderSearchItAgainAndAgainIsRefused() {
        // each table names its predecessor a little beside the place, so that all of the file is searched for it
        String first = new String(SampleFiles.pdf("x".repeat(200_000)), StandardCharsets.ISO_8859_1);
        StringBuilder file = new StringBuilder(first);
        int revisions = 30;
        int beside = 3;
        for (int i = 0; i < revisions; i++) {
            int before = file.lastIndexOf("\nxref\n") + 1 + beside;
            int start = file.length();
            file.append("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R/Prev ")
                    .append(before)
                    .append(">>\nstartxref\n")
                    .append(start + beside)
                    .append("\n%%EOF\n");
        }
        checks.refuses(file.toString().getBytes(StandardCharsets.ISO_8859_1), "a.pdf", "tooComplex");
    }

    @Test
    @Timeout(60)
    void depthDoesNotEndTheProcess() {
        String deep = "[".repeat(200_000);
        assertThat(checks.kind(SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R>>", PAGES, deep), "a.pdf"))
                .isEqualTo(FileKind.PDF);
        String[] chain = new String[5000];
        chain[0] = "<</Type/Catalog/Pages 2 0 R>>";
        chain[1] = PAGES;
        for (int i = 2; i < chain.length; i++) chain[i] = "<</Length " + (i + 2) + " 0 R>>stream\nx\nendstream";
        byte[] file = SampleFiles.pdfOf(chain);
        try {
            assertThat(checks.kind(file, "a.pdf")).isEqualTo(FileKind.PDF);
        } catch (FileRefused tooComplex) {
            assertThat(tooComplex.code()).isEqualTo("documents.tooComplex");
        }
    }

    private static String stream(String entries, String content) {
        return "<<" + entries + "/Length " + content.length() + ">>stream\n" + content + "\nendstream";
    }

    /** A file whose table is a stream, as its last object. */
    private static byte[] withTable(String table) {
        byte[] file = SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R>>", PAGES, "<<>>", table);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.replaceAll("startxref\n\\d+", "startxref\n" + text.indexOf("4 0 obj"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A file without a table, in which objects have to be searched for. */
    private static byte[] withoutTable(String object) {
        byte[] file = SampleFiles.pdfOf("<</Type/Catalog/Pages 2 0 R>>", PAGES, object);
        return new String(file, StandardCharsets.ISO_8859_1)
                .replaceAll("xref\n", "xxxx\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String packed(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            byte[] piece = new byte[100_000];
            for (int left = zeros; left > 0; left -= piece.length)
                deflater.write(piece, 0, Math.min(left, piece.length));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] written(Change change, boolean packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            change.on(document);
            document.save(out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        }
        return out.toByteArray();
    }

    private static StandardProtectionPolicy policy(String userPassword) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        return policy;
    }

    private static void attach(PDDocument document, String name, String content) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(new PDEmbeddedFile(
                document,
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                org.apache.pdfbox.cos.COSName.FLATE_DECODE));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
