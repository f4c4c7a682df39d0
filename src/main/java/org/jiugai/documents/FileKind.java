package org.jiugai.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.Tika;

/** The kinds of file that may be uploaded. The content decides; the extension must agree with it. */
enum FileKind {
    PDF("application/pdf", "pdf", "%PDF-"),
    JPG("image/jpeg", "jpg|jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "PK\u0003\u0004"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "PK\u0003\u0004"),
    DWG("image/vnd.dwg", "dwg", "AC10");

    /** Enough for the marks by which types are told. */
    private static final int START = 64 * 1024;

    private static final Tika TIKA = new Tika();
    private final String mediaType;
    private final String extensions;
    private final String mark;

    /**
     * @param extensions a pattern
     * @param mark the first bytes: readers find some kinds also behind other bytes, which we do not accept
     */
    FileKind(String mediaType, String extensions, String mark) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.mark = mark;
    }

    String mediaType() {
        return mediaType;
    }

    /** The extensions with which files of this kind are offered for upload. */
    Stream<String> extensions() {
        return Stream.of(extensions.split("\\|"));
    }

    boolean fitsName(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .matches(extensions);
    }

    /** What Tika says of the content: one of our media types, or of a package or container that has to be looked into. */
    static String mediaTypeOf(Path file) throws IOException {
        return TIKA.detect(ByteSearch.start(file, START).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The kind of a media type if the file also begins as files of that kind do. */
    static Optional<FileKind> of(String mediaType, Path file) throws IOException {
        String start = ByteSearch.start(file, 16);
        return Stream.of(values())
                .filter(kind -> kind.mediaType.equals(mediaType) && start.startsWith(kind.mark))
                .findFirst();
    }
}
