package org.jiugai.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Opens an uploaded sheet within limits: what is not an .xlsx, too large, or would swell when unpacked is refused. */
public final class SheetFile {
    public static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final long MAX_UNPACKED = 50L * 1024 * 1024;

    private SheetFile() {}

    /** At most one byte more than allowed, so that {@link #open} can tell. */
    public static byte[] read(InputStream upload) {
        try {
            return upload.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The workbook, or null with the reason among the faults. */
    public static @Nullable XSSFWorkbook open(byte[] content, SheetFaults faults) {
        if (content.length == 0) {
            faults.add("没有选择文件，或文件为空");
        } else if (content.length > MAX_BYTES) {
            faults.add("文件超过5 MB，请只上传所需的表格");
        } else if (FileMagic.valueOf(content) != FileMagic.OOXML) {
            faults.add("文件不是.xlsx格式（Excel 2007及以上），请另存为.xlsx后再上传");
        } else {
            try {
                checkUnpackedSize(content);
                return new XSSFWorkbook(new ByteArrayInputStream(content));
            } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException broken) {
                faults.add("文件不是可以打开的.xlsx工作簿（已损坏、加密，或解压后过大）");
            }
        }
        return null;
    }

    private static void checkUnpackedSize(byte[] content) throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                int read = zip.read(buffer);
                while (read > 0) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED) throw new IOException("swells when unpacked");
                    read = zip.read(buffer);
                }
            }
        }
    }
}
