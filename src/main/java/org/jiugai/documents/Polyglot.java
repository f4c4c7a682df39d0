package org.jiugai.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Refuses files that are a second thing besides what they begin as. What honest devices append is let through: zeros and line ends of
 * scanners, and what telephones put behind a photograph (further pictures, a film, notes of the maker).
 */
final class Polyglot {
    private static final int HEAD = 1024;
    private static final Pattern BLANK = Pattern.compile("[\\x00\\t\\n\\x0c\\r \\x1a]*");
    private static final Pattern NOT_BLANK = Pattern.compile("[^\\x00\\t\\n\\x0c\\r \\x1a]");
    /** Long enough not to occur in packed pixels by chance. */
    private static final Pattern MARKUP =
            Pattern.compile("<script|<html[\\s>]|<!doctype|<iframe|<\\?php\\s", Pattern.CASE_INSENSITIVE);

    private static final Pattern ARCHIVE = Pattern.compile("Rar!\\x1a\\x07|7z\\xbc\\xaf\\x27\\x1c|%PDF-");
    private static final Pattern PROGRAM = Pattern.compile("^(PK\\x03\\x04|MZ|\\x7fELF|#!|<|\\x1f\\x8b)");
    private static final String END_OF_PDF = "%%EOF";

    private Polyglot() {}

    /** A photograph or scan that ends after so many bytes. */
    static void refuseInPicture(Path file, long end, boolean mayHaveMore) throws IOException {
        refuseHeads(file);
        refuseIf(ByteSearch.finds(MARKUP, file, 0));
        refuseArchive(file);
        if (!ByteSearch.finds(NOT_BLANK, file, end)) return;
        refuseIf(!mayHaveMore);
        refuseIf(ByteSearch.finds(ARCHIVE, file, end));
        refuseIf(
                PROGRAM.matcher(BLANK.matcher(tail(file, end)).replaceFirst("")).find());
    }

    /** The end mark stands near the end, where readers look for it, and what follows it is no markup. */
    static void refuseInPdf(Path file) throws IOException {
        refuseIf(MARKUP.matcher(ByteSearch.start(file, HEAD)).find());
        refuseArchive(file);
        long size = Files.size(file);
        String tail = tail(file, Math.max(0, size - 64 * 1024));
        int end = tail.lastIndexOf(END_OF_PDF);
        if (end < 0) throw FileRefused.damaged("PDF");
        String behind = tail.substring(end + END_OF_PDF.length());
        refuseIf(behind.indexOf('<') >= 0
                || BLANK.matcher(behind).replaceFirst("").length() > HEAD);
    }

    /** A second beginning, where readers of PDF files and browsers look for it. */
    static void refuseHeads(Path file) throws IOException {
        String head = ByteSearch.start(file, HEAD);
        refuseIf(head.contains("%PDF-") || MARKUP.matcher(head).find());
    }

    /** What an unpacker would find at the end of another kind of file. */
    static void refuseArchive(Path file) throws IOException {
        refuseIf(ZipEnd.find(file).isPresent());
    }

    private static String tail(Path file, long from) throws IOException {
        try (CountedInput in = new CountedInput(file)) {
            in.skipNBytes(from);
            return ByteSearch.text(in.readNBytes(64 * 1024));
        }
    }

    private static void refuseIf(boolean hidden) {
        if (hidden) throw new FileRefused("hiddenContent", "文件中夹带了其他类型的内容，不能上传；请重新扫描、拍摄或另存后再上传");
    }
}
