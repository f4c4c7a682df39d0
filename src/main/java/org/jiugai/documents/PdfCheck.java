package org.jiugai.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Refuses PDF files that do something when opened, or carry other files. Looks at every object, also packed and encrypted ones. */
final class PdfCheck {
    /** One reading may take some hundred megabytes when a file is made for that. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "GoToE", "RichMediaExecute");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName SCRIPTS = COSName.getPDFName("JavaScript");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName RICH_MEDIA = COSName.getPDFName("RichMedia");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");
    private final boolean dataAttachments;

    private PdfCheck(boolean dataAttachments) {
        this.dataAttachments = dataAttachments;
    }

    /** @param dataAttachments whether XML files may be attached */
    static void check(Path file, boolean dataAttachments) {
        AT_ONCE.acquireUninterruptibly();
        try {
            BoundedPdf.read(file, new PdfCheck(dataAttachments)::check);
        } catch (InvalidPasswordException | LinkageError e) {
            throw encrypted();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("security handler")) throw encrypted();
            throw FileRefused.damaged("PDF");
        } finally {
            AT_ONCE.release();
        }
    }

    private static FileRefused encrypted() {
        return new FileRefused("encrypted", "PDF设有打开密码，无法检查，不能上传；请取消密码后再上传");
    }

    private void check(COSDocument document) throws IOException {
        look(document.getTrailer());
        for (COSObjectKey key : new ArrayList<>(document.getXrefTable().keySet()))
            look(document.getObjectFromPool(key).getObject());
    }

    /** References are not followed: what they point at is looked at by itself. The parser limits the depth. */
    private void look(@Nullable COSBase object) throws IOException {
        if (object instanceof COSArray list) for (COSBase item : list) look(item);
        if (!(object instanceof COSDictionary dictionary)) return;
        String action = dictionary.getNameAsString(COSName.S);
        COSBase script = dictionary.getDictionaryObject(JS);
        boolean acts = action != null && ACTIONS.contains(action)
                || script instanceof COSString
                || script instanceof COSStream
                || dictionary.containsKey(SCRIPTS)
                || dictionary.containsKey(XFA)
                || RICH_MEDIA.equals(dictionary.getCOSName(COSName.SUBTYPE));
        if (acts) throw new FileRefused("activeContent", "PDF中含有脚本、启动程序等活动内容，不能上传；请重新打印为PDF后再上传");
        requireData(dictionary);
        for (COSBase value : dictionary.getValues()) look(value);
    }

    private void requireData(COSDictionary dictionary) throws IOException {
        List<COSBase> attached = new ArrayList<>();
        if (EMBEDDED_FILE.equals(dictionary.getCOSName(COSName.TYPE))) attached.add(dictionary);
        COSDictionary files = dictionary.getCOSDictionary(COSName.EF);
        if (files != null) files.keySet().forEach(key -> attached.add(files.getDictionaryObject(key)));
        for (COSBase file : attached)
            if (!dataAttachments || !isXml(file))
                throw new FileRefused("attachedFiles", "PDF中附带了其他文件，不能上传；请删除附带的文件，或重新打印为PDF后再上传");
    }

    private static boolean isXml(@Nullable COSBase file) throws IOException {
        if (!(file instanceof COSStream stream)) return false;
        boolean packed = stream.getFilters() != null;
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = packed ? new InflaterInputStream(raw) : raw) {
            String start = new String(in.readNBytes(64), StandardCharsets.UTF_8);
            return start.replace("\uFEFF", "").strip().startsWith("<?xml");
        }
    }
}
