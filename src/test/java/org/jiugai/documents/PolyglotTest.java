package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jiugai.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are two things at once; and honest files that only look a little like it. */
class PolyglotTest {
    private static final byte[] PDF = SampleFiles.pdf();
    private static final byte[] JPG = SampleFiles.picture("jpg", 40, 30);
    private static final byte[] PNG = SampleFiles.picture("png", 40, 30);
    private static final byte[] ZIP = zip(0);
    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    Path folder;

    private FileChecks checks;

    @BeforeEach
    void open() {
        checks = new FileChecks(folder);
    }

    @Test
    void archiveBehindAnotherFileIsRefused() {
        checks.refuses(join(PDF, ZIP), "a.pdf", "hiddenContent");
        checks.refuses(join(JPG, ZIP), "a.jpg", "hiddenContent");
        checks.refuses(join(PNG, ZIP), "a.png", "hiddenContent");
        checks.with("dwg", true).refuses(join(bytes("AC1032\0\0\0\0\0\u0001"), ZIP), "a.dwg", "hiddenContent");
    }

    @Test
    void archiveWhoseOffsetsCountTheFileBeforeItIsRefused() {
        checks.refuses(join(JPG, zip(JPG.length)), "a.jpg", "hiddenContent");
        checks.refuses(join(PDF, zip(PDF.length), bytes("\n%%EOF")), "a.pdf", "hiddenContent");
    }

    @Test
    void archiveUnderTheCoverOfItsOwnCommentIsRefused() {
        byte[] commented = ZIP.clone();
        commented[commented.length - 2] = (byte) 200;
        checks.refuses(join(JPG, commented, new byte[200]), "a.jpg", "hiddenContent");
        checks.refuses(join(PDF, commented, bytes("\n%%EOF"), new byte[194]), "a.pdf", "hiddenContent");
    }

    @Test
    void otherArchivesAndProgramsBehindAPhotographAreRefused() {
        for (String second : List.of(
                "Rar!\u001a\u0007\u0001\0", "xx7z\u00bc\u00af\u0027\u001c", "x%PDF-1.4", "MZ\u0090", "\u007fELF"))
            checks.refuses(join(JPG, bytes(second)), "a.jpg", "hiddenContent");
        checks.refuses(join(JPG, bytes("\0\0\r\n#!/bin/sh")), "a.jpg", "hiddenContent");
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, "<HTML >", "<?php system('x');", "<!DOCTYPE html>", "<iframe src=x>"})
    void markupInAPictureIsRefusedWhereverItStands(String markup) {
        checks.refuses(join(JPG, bytes(markup)), "a.jpg", "hiddenContent");
        checks.refuses(join(PNG, bytes(markup)), "a.png", "hiddenContent");
        checks.refuses(withComment(markup), "a.jpg", "hiddenContent");
    }

    @Test
    void markupAcrossTheBoundaryOfWhatIsReadAtOnceIsFound() {
        for (int before = 256 * 1024 - 10; before < 256 * 1024 + 2; before++) {
            byte[] padded = join(JPG, new byte[before - JPG.length], bytes(SCRIPT));
            checks.refuses(padded, "a.jpg", "hiddenContent");
        }
    }

    @Test
    void secondBeginningWhereReadersLookForItIsRefused() {
        checks.refuses(withComment("%PDF-1.4 "), "a.jpg", "hiddenContent");
        checks.refuses(
                join(bytes("%PDF-1.4\n%" + SCRIPT), Arrays.copyOfRange(PDF, 9, PDF.length)), "a.pdf", "hiddenContent");
    }

    @Test
    void pdfMustBeginAtItsFirstByte() {
        for (String before : List.of("\n", "<html>", "GIF89a", "\u00ef\u00bb\u00bf", " "))
            checks.refuses(join(bytes(before), PDF), "a.pdf", "typeNotAllowed");
    }

    @Test
    void markupBehindTheEndOfAPdfIsRefused() {
        byte[] longer = SampleFiles.pdf("x".repeat(2000));
        checks.refuses(join(longer, bytes("\n" + SCRIPT)), "a.pdf", "hiddenContent");
        checks.refuses(join(PDF, bytes("\nx".repeat(2000))), "a.pdf", "hiddenContent");
    }

    @Test
    void pictureThatGoesOnBehindItsEndIsRefusedUnlessItIsAPhotograph() {
        checks.refuses(join(PNG, bytes("x")), "a.png", "hiddenContent");
        assertThat(checks.kind(join(JPG, bytes("x")), "a.jpg")).isEqualTo(FileKind.JPG);
    }

    @Test
    void scannersMayFillUpTheirFiles() {
        for (byte[] filling : List.of(bytes("\r\n"), new byte[4096], bytes("\u001a"), bytes("\n\n \0")))
            for (byte[] scan : List.of(PDF, JPG, PNG))
                assertThat(checks.kind(join(scan, filling), name(scan))).isNotNull();
        assertThat(checks.kind(join(PDF, bytes("\u001b%-12345X")), "a.pdf")).isEqualTo(FileKind.PDF);
    }

    @Test
    void telephonesMayPutMoreBehindAPhotograph() {
        byte[] film = bytes("\0\0\0\u0018ftypmp42\0\0\0\0isommp42\0\0\0\bmdat");
        byte[] maker = bytes("vivo{\"bokeh\":1}SEFH\0\0\0\1SEFT");
        for (byte[] more : List.of(JPG, film, maker))
            assertThat(checks.kind(join(JPG, more), "a.jpg")).isEqualTo(FileKind.JPG);
    }

    @Test
    void pdfWithALaterRevisionIsOne() {
        byte[] revised = join(PDF, bytes("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>\nendobj\n"));
        String update = "xref\n3 1\n%010d 00000 n \ntrailer\n<</Size 4/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(
                        PDF.length,
                        new String(PDF, StandardCharsets.ISO_8859_1).lastIndexOf("xref\n0"),
                        revised.length);
        assertThat(checks.kind(join(revised, bytes(update)), "a.pdf")).isEqualTo(FileKind.PDF);
    }

    @Test
    void bytesThatOnlyLookLikeTheEndOfAnArchiveAreNoArchive() {
        assertThat(checks.kind(join(JPG, bytes("maker PK\u0005\u0006"), new byte[40]), "a.jpg"))
                .isEqualTo(FileKind.JPG);
    }

    @Test
    void documentWithBytesBeforeOrBehindItIsRefused() {
        byte[] docx = SampleFiles.docx();
        checks.refuses(join(docx, bytes("x")), "a.docx", "disordered");
        checks.refuses(join(docx, bytes(SCRIPT)), "a.docx", "disordered");
        checks.refuses(join(bytes("GIF89a"), docx), "a.docx", "typeNotAllowed");
    }

    private String name(byte[] content) {
        return content == PDF ? "a.pdf" : content == JPG ? "a.jpg" : "a.png";
    }

    /** A comment behind the first mark of the picture. */
    private static byte[] withComment(String text) {
        byte[] comment = bytes("\u00ff\u00fe\0" + (char) (text.length() + 2) + text);
        return join(Arrays.copyOf(JPG, 2), comment, Arrays.copyOfRange(JPG, 2, JPG.length));
    }

    /** @param shift what stands before the archive, when its offsets are to count that */
    private static byte[] zip(int shift) {
        byte[] zip = new Zip().with("a.txt", "x").bytes();
        int at = zip.length - 22 + 16;
        int directory = (zip[at] & 0xff) + ((zip[at + 1] & 0xff) << 8) + shift;
        zip[at] = (byte) directory;
        zip[at + 1] = (byte) (directory >> 8);
        return zip;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (byte[] part : parts) out.write(part);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
