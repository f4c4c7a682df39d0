package org.jiugai.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an upload must pass before it is kept. */
@Component
class FileCheck {
    private static final Set<String> PACKAGES = Set.of("application/zip", "application/x-tika-ooxml");
    private static final Set<String> CONTAINERS =
            Set.of("application/x-tika-msoffice", "application/x-tika-ooxml-protected");
    private static final String MAIN = ".main+xml";
    private final FileRules rules;
    private final VirusScan scan;

    FileCheck(FileRules rules, VirusScan scan) {
        this.rules = rules;
        this.scan = scan;
    }

    /** Kinds that are accepted here. */
    Stream<FileKind> accepted() {
        return (rules.dwg() ? EnumSet.allOf(FileKind.class) : EnumSet.complementOf(EnumSet.of(FileKind.DWG))).stream();
    }

    /**
     * @param name as it was uploaded, made harmless
     * @return the kind, told by the content
     * @throws FileRefused when it is none of those accepted, does not fit its name, is more than it seems, or carries something that acts
     */
    FileKind check(Path file, String name) {
        try {
            FileKind kind = kind(file);
            if (!kind.fitsName(name)) throw new FileRefused("extensionMismatch", "文件“" + name + "”的扩展名与内容不符");
            switch (kind) {
                case PDF -> {
                    Polyglot.refuseInPdf(file);
                    PdfCheck.check(file, rules.pdfDataAttachments());
                }
                case JPG -> checkPicture(file, PictureSize.jpeg(file), true);
                case PNG -> checkPicture(file, PictureSize.png(file), false);
                case DOCX, XLSX -> Polyglot.refuseHeads(file);
                case DWG -> {
                    Polyglot.refuseHeads(file);
                    Polyglot.refuseArchive(file);
                }
            }
            scan.check(file);
            return kind;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileKind kind(Path file) throws IOException {
        String type = FileKind.mediaTypeOf(file);
        if (CONTAINERS.contains(type))
            throw new FileRefused("oldOffice", "不能上传旧版（doc、xls）或设有密码的Office文件；请另存为不设密码的docx、xlsx后再上传");
        if (PACKAGES.contains(type)) type = officeType(file);
        Optional<FileKind> kind = FileKind.of(type, file);
        return kind.filter(found -> accepted().anyMatch(found::equals)).orElseThrow(this::notAllowed);
    }

    private String officeType(Path file) throws IOException {
        if (ZipEnd.find(file).isEmpty()) throw FileRefused.damaged("Office");
        String main = new OfficeZip(rules.office()).check(file);
        return main.endsWith(MAIN) ? main.substring(0, main.length() - MAIN.length()) : main;
    }

    private void checkPicture(Path file, PictureSize size, boolean mayHaveMore) throws IOException {
        if (size.exceeds(rules.picture()))
            throw new FileRefused(
                    "pictureTooLarge",
                    "图片尺寸为" + size.width() + "×" + size.height() + "像素，超过限制（总像素"
                            + rules.picture().maxPixels() / 10_000 + "万、单边"
                            + rules.picture().maxSide() + "）；请缩小后再上传");
        Polyglot.refuseInPicture(file, size.end(), mayHaveMore);
    }

    private FileRefused notAllowed() {
        String kinds = accepted().map(FileKind::name).collect(Collectors.joining("、"));
        return new FileRefused("typeNotAllowed", "只能上传 " + kinds + " 文件（按文件内容判断）");
    }
}
