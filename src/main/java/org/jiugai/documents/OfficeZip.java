package org.jiugai.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an office document once into nothing, before anybody else unpacks it: entries and bytes are counted as they come, not as the
 * archive declares them, and whoever reads it by its directory must find the same entries at the same places.
 */
final class OfficeZip {
    private static final long RATIO_FROM = 1024 * 1024;
    private static final long LARGEST_INDEX = 2 * 1024 * 1024;
    private static final Pattern INDEX = Pattern.compile("\\[content_types]\\.xml|.*\\.rels");
    private static final Pattern INNER_DOCUMENT = Pattern.compile("(word|xl)/embeddings/[^/]+\\.(docx|xlsx)");
    private static final Pattern BAD_NAME = Pattern.compile("|/.*|.*[\\\\:\\p{Cntrl}].*|(.*/)?\\.{1,2}(/.*)?");
    private static final Pattern MACRO = Pattern.compile("(.*/)?(vbaproject|vbadata)[^/]*|.*/(activex|macrosheets)/.*");
    private static final Pattern ZIP = Pattern.compile("^PK\\x03\\x04");
    private static final Pattern OTHER_ARCHIVE = Pattern.compile("^(Rar!|7z\\xbc\\xaf|MSCF|MZ|\\xfd7zXZ)");
    private static final Pattern OLE = Pattern.compile("^\\xd0\\xcf\\x11\\xe0");
    private final FileRules.Office limits;
    private int entries;
    private long unpacked;

    OfficeZip(FileRules.Office limits) {
        this.limits = limits;
    }

    /**
     * @return the content type of the main part, empty when there is none
     * @throws FileRefused when it is not what an office program writes, or more than a document
     */
    String check(Path file) {
        try {
            return check(file, true);
        } catch (IOException e) {
            throw FileRefused.damaged("Office");
        }
    }

    private String check(Path file, boolean outer) throws IOException {
        ZipEnd end = ZipEnd.find(file).orElseThrow(() -> FileRefused.damaged("Office"));
        if (!end.isSound(file, limits.maxEntries())) throw disordered();
        Map<String, Long> places = unpack(file, outer);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            var directory = Collections.list(zip.getEntries());
            if (directory.size() != places.size()) throw disordered();
            for (ZipArchiveEntry entry : directory)
                if (!Long.valueOf(entry.getDataOffset()).equals(places.get(key(entry)))) throw disordered();
        }
        return OfficeParts.check(file);
    }

    /** @return where the content of each entry begins */
    private Map<String, Long> unpack(Path file, boolean outer) throws IOException {
        Map<String, Long> places = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ZipArchiveInputStream zip = new ZipArchiveInputStream(in)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > limits.maxEntries()) throw swells();
                if (entry.getGeneralPurposeBit().usesEncryption())
                    throw new FileRefused("encrypted", "Office文件设有密码，无法检查，不能上传；请取消密码后再上传");
                if (BAD_NAME.matcher(writtenName(entry)).matches() || !zip.canReadEntryData(entry)) throw disordered();
                if (MACRO.matcher(key(entry)).matches()) throw OfficeParts.macros();
                if (places.putIfAbsent(key(entry), entry.getDataOffset()) != null) throw disordered();
                unpack(zip, entry, outer);
            }
        }
        return places;
    }

    private void unpack(ZipArchiveInputStream zip, ZipArchiveEntry entry, boolean outer) throws IOException {
        byte[] first = zip.readNBytes(8);
        String start = ByteSearch.text(first);
        if (OLE.matcher(start).find()) throw OfficeParts.embeddedObject();
        boolean document = INNER_DOCUMENT.matcher(key(entry)).matches();
        if (OTHER_ARCHIVE.matcher(start).find() || ZIP.matcher(start).find() && !(outer && document))
            throw new FileRefused("nestedArchive", "Office文件中夹带了压缩包或程序，不能上传；请删除后再上传");
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), new Counted(zip, entry));
        if (ZIP.matcher(start).find()) inner(whole);
        else whole.transferTo(OutputStream.nullOutputStream());
    }

    /** The table behind a chart is a document of its own. */
    private void inner(InputStream document) throws IOException {
        Path copy = Files.createTempFile("inner-", ".part");
        try {
            Files.copy(document, copy, StandardCopyOption.REPLACE_EXISTING);
            check(copy, false);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** As it stands in the archive: the library turns a backslash into a slash. */
    private static String writtenName(ZipArchiveEntry entry) {
        return new String(entry.getRawName(), StandardCharsets.UTF_8);
    }

    private static String key(ZipArchiveEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT);
    }

    private static FileRefused swells() {
        return new FileRefused("swells", "Office文件解压后过大或内部文件过多，不能上传");
    }

    private static FileRefused disordered() {
        return new FileRefused("disordered", "Office文件的内部结构异常，不能上传；请用办公软件另存后再上传");
    }

    /** The content of an entry, refused as soon as there is too much of it. */
    private final class Counted extends FilterInputStream {
        private final ZipArchiveInputStream zip;
        private final boolean index;
        private long size;

        Counted(ZipArchiveInputStream zip, ZipArchiveEntry entry) {
            super(zip);
            this.zip = zip;
            this.index = INDEX.matcher(key(entry)).matches();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            size += Math.max(0, read);
            unpacked += Math.max(0, read);
            boolean swollen = size > RATIO_FROM && size > limits.maxRatio() * zip.getCompressedCount();
            if (swollen || unpacked > limits.maxUnpacked().toBytes() || index && size > LARGEST_INDEX) throw swells();
            return read;
        }

        @Override
        public void close() {
            // the archive goes on behind this entry
        }
    }
}
