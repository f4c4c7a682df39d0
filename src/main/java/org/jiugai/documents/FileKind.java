package org.jiugai.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.jiugai.kernel.RuleViolation;

/** The kinds of file that may be uploaded. The content decides; the extension must agree with it. */
enum FileKind {
    PDF("application/pdf", "pdf", ""),
    JPG("image/jpeg", "jpg|jpeg", ""),
    PNG("image/png", "png", ""),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "word/"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "xl/");

    private static final Tika TIKA = new Tika();
    private static final Set<String> PACKAGES = Set.of("application/zip", "application/x-tika-ooxml");
    private final String mediaType;
    private final String extensions;
    private final String folder;

    /**
     * @param extensions a pattern
     * @param folder where an office document keeps its parts, empty for other kinds
     */
    FileKind(String mediaType, String extensions, String folder) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.folder = folder;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The kind of a file by its content.
     *
     * @throws RuleViolation when it is none of these, does not fit its name or carries macros
     */
    static FileKind of(Path file, String name) {
        FileKind kind = detect(file);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!extension.matches(kind.extensions))
            throw new RuleViolation("documents.extensionMismatch", "file", "文件“" + name + "”的扩展名与内容不符");
        return kind;
    }

    private static FileKind detect(Path file) {
        try {
            String found = TIKA.detect(start(file));
            if (PACKAGES.contains(found)) return office(file);
            for (FileKind kind : values()) if (kind.mediaType.equals(found)) return kind;
            throw notAllowed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enough for the marks by which types are told. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64 * 1024);
        }
    }

    private static FileKind office(Path file) throws IOException {
        List<String> entries;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            entries = Collections.list(zip.entries()).stream()
                    .map(e -> e.getName())
                    .toList();
        } catch (ZipException e) {
            throw notAllowed();
        }
        if (entries.stream().anyMatch(e -> e.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")))
            throw new RuleViolation("documents.macros", "file", "文件含有宏，不能上传；请另存为不含宏的文件");
        if (!entries.contains("[Content_Types].xml")) throw notAllowed();
        for (FileKind kind : List.of(DOCX, XLSX))
            if (entries.stream().anyMatch(e -> e.startsWith(kind.folder))) return kind;
        throw notAllowed();
    }

    private static RuleViolation notAllowed() {
        return new RuleViolation("documents.typeNotAllowed", "file", "只能上传 PDF、JPG、PNG、DOCX、XLSX 文件（按文件内容判断）");
    }
}
