package org.jiugai.sheets;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.documents.Workbooks;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Opens an uploaded sheet within limits: what is not an .xlsx, too large, or would swell when unpacked is refused. */
public final class SheetFile {
    public static final int MAX_BYTES = 5 * 1024 * 1024;

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
                return Workbooks.open(content);
            } catch (RuleViolation refused) {
                faults.add("【项目清单】" + refused.getMessage());
            }
        }
        return null;
    }
}
