package org.jiugai.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** CSV that a spreadsheet reads as text. */
class CsvFileTest {
    @Test
    void formulasBecomeTextAndNumbersStay() throws Exception {
        List<String> cells = List.of(
                "=cmd|'/C calc'!A0",
                "+1+2",
                "-1-2",
                "@SUM(A1)",
                "\t=1",
                "  =1",
                "＝1",
                "-12,345.60",
                "+5%",
                "正常，\"引号\"\n换行",
                "");
        String csv = written(List.of("甲"), cells.stream().map(List::of).toList());
        assertThat(csv).startsWith("\uFEFF甲\r\n");
        List<String> read = CSVFormat.EXCEL.parse(new StringReader(csv.substring(1))).getRecords().stream()
                .skip(1)
                .map(CSVRecord::toList)
                .map(row -> row.isEmpty() ? "" : row.get(0))
                .toList();
        assertThat(read)
                .containsExactly(
                        "'=cmd|'/C calc'!A0",
                        "'+1+2",
                        "'-1-2",
                        "'@SUM(A1)",
                        "'\t=1",
                        "'  =1",
                        "'＝1",
                        "-12,345.60",
                        "+5%",
                        "正常，\"引号\"\n换行",
                        "");
    }

    @Test
    void whatIsNotThereIsEmpty() throws Exception {
        assertThat(written(List.of("甲", "乙"), List.of(Arrays.asList(null, 7)))).isEqualTo("\uFEFF甲,乙\r\n\"\",7\r\n");
    }

    private static String written(List<String> columns, List<? extends List<?>> rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile.write(out, columns, rows);
        return out.toString(StandardCharsets.UTF_8);
    }
}
