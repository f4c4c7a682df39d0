package org.jiugai.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Opens a PDF of a stranger. PDFBox reads what the file tells it to read; here the work and the memory for that are limited: how often
 * the file is read over, how many values are kept, and how far the streams may swell that hold objects or the table of objects.
 */
final class BoundedPdf extends PDFParser {
    private static final int MOST_OBJECTS = 1_000_000;
    private static final int MOST_VALUES = 4_000_000;
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;
    private static final int MOST_COLUMNS = 4096;
    private static final Pattern OBJECT = Pattern.compile("[\\s\\x00]obj");
    private static final COSName PARAMETERS = COSName.getPDFName("DP");
    private int values;
    private long unpacked;
    private long objects;

    private BoundedPdf(RandomAccessRead source, RandomAccessStreamCache cache) throws IOException {
        super(source);
        document.close();
        document = new Document(cache);
    }

    /** What is done with an open document. */
    interface Reading {
        void read(COSDocument document) throws IOException;
    }

    /**
     * @throws FileRefused when it takes too much to read it
     * @throws IOException when it is no PDF that can be read without a password
     */
    static void read(Path file, Reading reading) throws IOException {
        if (ByteSearch.count(OBJECT, file, 0, MOST_OBJECTS) >= MOST_OBJECTS) throw tooMuch();
        try (RandomAccessRead source = new Source(file);
                RandomAccessStreamCache cache =
                        IOUtils.createTempFileOnlyStreamCache().create()) {
            BoundedPdf parser = new BoundedPdf(source, cache);
            parser.setLenient(true);
            if (!parser.parsePDFHeader()) throw new IOException("no header");
            parser.initialParse();
            reading.read(parser.document);
        } catch (StackOverflowError e) {
            throw tooMuch();
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        if (++values > MOST_VALUES) throw tooMuch();
        return super.parseDirObject();
    }

    /** How long the stream is when unpacked, up to where PDFBox would stop as well; it does not look at the first two bytes. */
    private long measure(InputStream packed) throws IOException {
        byte[] buffer = new byte[8192];
        long size = 0;
        try (InflaterInputStream in = new InflaterInputStream(packed, new Inflater(true))) {
            packed.skip(2);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (unpacked + size > MOST_UNPACKED) throw tooMuch();
            }
        } catch (EOFException | ZipException e) {
            return size;
        }
        return size;
    }

    private static FileRefused tooMuch() {
        return new FileRefused("tooComplex", "PDF的内部结构异常庞大，无法检查，不能上传；请重新打印或扫描为PDF后再上传");
    }

    /** Its streams are measured before they are unpacked. */
    private final class Document extends COSDocument {
        private final RandomAccessStreamCache cache;

        Document(RandomAccessStreamCache cache) {
            super(() -> cache, BoundedPdf.this);
            this.cache = cache;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream stream = new Measured(cache, start, length);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private final class Measured extends COSStream {
        Measured(RandomAccessStreamCache cache, long start, long length) throws IOException {
            super(cache, createRandomAccessReadView(start, length));
        }

        /** By this way alone the parser unpacks a stream. */
        @Override
        public RandomAccessRead createView() throws IOException {
            COSBase filter = getFilters();
            if (filter instanceof COSArray several && several.size() == 1) filter = several.getObject(0);
            boolean plain = filter == null || filter instanceof COSArray none && none.size() == 0;
            if (!plain && !COSName.FLATE_DECODE.equals(filter)) throw tooMuch();
            if (hasLongRows(getDictionaryObject(COSName.DECODE_PARMS, PARAMETERS))) throw tooMuch();
            long size = plain ? getLength() : measure(createRawInputStream());
            unpacked += size;
            COSArray widths = getCOSArray(COSName.W);
            if (widths != null) objects += size / entryLength(widths);
            if (unpacked > MOST_UNPACKED || objects > MOST_OBJECTS) throw tooMuch();
            return super.createView();
        }

        /** A table whose entries take no room would have no end. */
        private static int entryLength(COSArray widths) {
            int length = 0;
            for (int i = 0; i < widths.size(); i++) length += widths.getInt(i, 0);
            if (length < 1) throw tooMuch();
            return length;
        }

        private static boolean hasLongRows(COSBase parameters) {
            if (parameters instanceof COSArray list) {
                for (int i = 0; i < list.size(); i++) if (hasLongRows(list.getObject(i))) return true;
            }
            return parameters instanceof COSDictionary row
                    && (row.getInt(COSName.COLUMNS, 1) > MOST_COLUMNS
                            || row.getInt(COSName.COLORS, 1) > 4
                            || row.getInt(COSName.BITS_PER_COMPONENT, 8) > 16);
        }
    }

    /** A file that may be read over a limited number of times. */
    private static final class Source extends RandomAccessReadBufferedFile {
        private static final int MOST_PASSES = 20;
        private long left;

        Source(Path file) throws IOException {
            super(file);
            left = MOST_PASSES * (length() + 100_000);
        }

        @Override
        public int read() throws IOException {
            if (--left < 0) throw tooMuch();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) throw tooMuch();
            return super.read(buffer, offset, length);
        }
    }
}
