package org.jiugai.tender;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.tender.ProcurementForm.PackageRow;
import org.jspecify.annotations.Nullable;

/** Rules of task 28 that need no database. */
final class ProcurementRules {
    private ProcurementRules() {}

    /** What every row must have; a new package also its name, type and method. */
    static void check(PackageRow row, int index, Faults faults) {
        String at = "packages[" + index + "].";
        String line = "【标段 第" + (index + 1) + "行 ";
        faults.require(row.estimate().isPositive(), at + "estimate", line + "本案估算价】必须大于0")
                .require(!isNegative(row.worksPart()), at + "worksPart", line + "其中施工】不得为负")
                .require(!isNegative(row.goodsPart()), at + "goodsPart", line + "其中货物】不得为负")
                .require(!isNegative(row.servicesPart()), at + "servicesPart", line + "其中服务】不得为负");
        if (row.joins() == null) {
            faults.require(filled(row.name()), at + "name", line + "标段名称】新立标段必须填写")
                    .require(row.type() != null, at + "type", line + "标段类型】新立标段必须选择")
                    .require(row.method() != null, at + "method", line + "采购方式】新立标段必须选择");
            if (row.type() == PackageType.EPC) checkParts(row, at, line, faults);
        }
    }

    private static boolean isNegative(@Nullable Money part) {
        return part != null && part.isNegative();
    }

    private static void checkParts(PackageRow row, String at, String line, Faults faults) {
        long sum = Lot.fen(row.worksPart()) + Lot.fen(row.goodsPart()) + Lot.fen(row.servicesPart());
        faults.require(
                sum == row.estimate().fen(),
                at + "worksPart",
                line + "其中施工】EPC标段的施工、货物、服务三部分合计必须等于本案估算价" + row.estimate().shown() + "元");
    }

    static void checkJoinedOnce(List<PackageRow> rows, Faults faults) {
        List<Long> joined =
                rows.stream().map(PackageRow::joins).filter(Objects::nonNull).toList();
        faults.require(joined.size() == Set.copyOf(joined).size(), "packages", "【标段】同一标段只能并入一次");
    }

    static void checkJoin(
            Packages.TenderPackage open,
            PackageRow row,
            RenovationCase file,
            List<Packages.Part> parts,
            int index,
            Faults faults) {
        String at = "packages[" + index + "].";
        String line = "【标段 第" + (index + 1) + "行 并入标段】";
        faults.require(open.open(), at + "joins", line + open.shown() + "已发出招标文件，不能再并入")
                .require(
                        parts.stream().noneMatch(part -> part.caseId() == file.caseId()),
                        at + "joins",
                        line + "本案已在" + open.shown() + "中");
        if (open.type() == PackageType.EPC) {
            checkParts(row, at, "【标段 第" + (index + 1) + "行 ", faults);
        }
    }

    /** What must be tendered is tendered openly, or the ground of the exception stands in the file. */
    static Faults check(List<SplitCheck.Judged> judged) {
        Faults faults = new Faults();
        for (int i = 0; i < judged.size(); i++) {
            Lot lot = judged.get(i).lot();
            MustTender must = judged.get(i).must();
            String field = "packages[" + i + "]." + (lot.packageId() == null ? "method" : "joins");
            faults.require(
                    !must.mustTender() || lot.method() == ProcurementMethod.OPEN || filled(lot.exceptionGround()),
                    field,
                    "【标段 第" + (i + 1) + "行 采购方式】估算价"
                            + Money.ofFen(lot.estimate()).shown() + "元，必须公开招标（" + must.basis() + "）；采用"
                            + lot.method().label() + "须写明理由");
        }
        return faults;
    }

    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
