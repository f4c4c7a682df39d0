package org.jiugai.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jiugai.sheets.SheetColumn;
import org.jiugai.sheets.SheetWriter;
import org.jiugai.sheets.SheetWriter.Page;

/** The workbooks that administrators fetch: the empty one for the import, and the list of one-time passwords to hand out. */
public final class OrganisationSheets {
    private OrganisationSheets() {}

    /** The sheets that the import reads, and one that says how to fill them. */
    public static byte[] template() {
        Stream<Page> sheets = Arrays.stream(ImportSheet.values())
                .map(sheet -> new Page(
                        sheet.title(),
                        sheet.title() + "（不需要的表可以留空；已有的会更新，不会删除）",
                        sheet.columns().stream().map(SheetColumn::label).toList(),
                        List.of()));
        return SheetWriter.write(Stream.concat(sheets, Stream.of(howTo())).toList());
    }

    private static Page howTo() {
        List<List<String>> rows = Stream.of(
                        List.of("行政区划·代码", "区县6位、街道（镇）9位、社区（村）12位数字"),
                        List.of("行政区划·级别", "区县、街道（镇）、社区（村）"),
                        List.of("单位·编号", "2至40位小写字母、数字或连字符"),
                        List.of("单位·类别", "机关、参建单位、来访"),
                        List.of("单位·服务区县", "区县代码，用“、”分隔；区县及以下的机关不用填"),
                        List.of("单位·职责", "职责名称或代号，用“、”分隔："),
                        List.of("人员·登录名", "2至40位小写字母、数字、点、下划线或连字符；一人在几个单位任职就填几行"),
                        List.of("人员·起、止", "日期，例如2024-01-31；长期任职不用填，来访单位的人员必须填止"))
                .toList();
        Stream<List<String>> roles = Roles.all().stream().map(role -> List.of("  " + role, Roles.name(role)));
        return new Page(
                "填写说明",
                "填写说明",
                List.of("项目", "填写方法"),
                Stream.concat(rows.stream(), roles).toList());
    }

    public static byte[] passwords(List<IssuedPassword> issued) {
        return SheetWriter.write(List.of(new Page(
                "一次性密码",
                "一次性密码（首次登录须修改，30日内有效，请分别送达本人）",
                List.of("登录名", "姓名", "单位编号", "一次性密码"),
                issued.stream()
                        .map(one -> List.of(one.person(), one.name(), one.office(), one.password()))
                        .toList())));
    }
}
