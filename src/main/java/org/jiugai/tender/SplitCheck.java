package org.jiugai.tender;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.Money;

/**
 * Whether packages of the same type look like one tender cut into pieces (book R-SPLIT): several of 70 to 100 % of the threshold are a
 * warning, together at the threshold and none tendered is worse. Seventy per cent is the house's proposal, not law.
 */
final class SplitCheck {
    private static final String BASIS = "招标投标法第4条；招标投标法实施条例第24条";

    private SplitCheck() {}

    /** A package with what the must-tender table says of it. */
    record Judged(Lot lot, MustTender must) {}

    static List<Finding> findings(List<Judged> packages) {
        Map<PackageType, List<Judged>> byType = new EnumMap<>(PackageType.class);
        for (Judged judged : packages) {
            byType.computeIfAbsent(judged.lot().type(), type -> new ArrayList<>())
                    .add(judged);
        }
        List<Finding> findings = new ArrayList<>();
        byType.forEach((type, same) -> check(type, same, findings));
        return findings;
    }

    private static void check(PackageType type, List<Judged> same, List<Finding> findings) {
        long threshold = same.get(0).must().threshold();
        if (same.size() < 2 || threshold == 0) return;
        long sum = same.stream().mapToLong(j -> j.lot().estimate()).sum();
        boolean tendered = same.stream().anyMatch(j -> j.lot().method().isTender());
        long close = same.stream()
                .filter(j -> j.lot().estimate() * 10 >= threshold * 7 && j.lot().estimate() < threshold)
                .count();
        String figures = type.label() + "标段" + same.size() + "个，估算价合计"
                + Money.ofFen(sum).shown() + "元，规模标准" + Money.ofFen(threshold).shown() + "元";
        if (sum >= threshold && !tendered) {
            findings.add(new Finding("R-SPLIT", Severity.BLOCK, "同类合计达到必须招标规模而未招标，涉嫌化整为零：" + figures, BASIS));
        } else if (close >= 2) {
            findings.add(new Finding("R-SPLIT", Severity.WARN, "多个同类标段均接近必须招标规模，疑似拆分：" + figures, BASIS));
        }
    }
}
