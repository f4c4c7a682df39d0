package org.jiugai.tender.process;

import java.util.List;
import org.jiugai.engine.TaskFacts.Sheet;
import org.jiugai.engine.TaskFacts.Table;
import org.jiugai.tender.TenderView;

/** The tables that the forms of a tender have in common. */
final class TenderTables {
    private TenderTables() {}

    /** The sheet with what is proposed for these fields. */
    static Sheet propose(Sheet sheet, TenderView view, String... fields) {
        Sheet with = sheet;
        for (String field : fields) {
            String value = view.proposed().get(field);
            if (value != null) with = with.withValue(field, value);
        }
        return with;
    }

    static Table lot(TenderView view) {
        return new Table(
                "标段 " + view.packageNo(),
                List.of("名称", "类型", "采购方式", "合同估算价（元）"),
                List.of(List.of(
                        view.name(),
                        view.type().label(),
                        view.method().label(),
                        view.estimate().shown())));
    }

    static Table parts(TenderView view) {
        return new Table("服务的案件", List.of("案件编号", "名称", "估算价份额（元）", "判定依据"), view.parts());
    }

    static Table rounds(TenderView view) {
        return new Table("招标轮次", List.of("轮次", "投标截止", "投标人数", "结果"), view.rounds());
    }

    static Table bids(TenderView view) {
        return new Table("投标人", List.of("名称", "报价（元）", "密封"), view.bids());
    }

    static Table candidates(TenderView view) {
        return new Table(
                "尚未退出的候选人",
                List.of("名次", "投标人", "报价（元）"),
                view.candidates().stream()
                        .map(c -> List.of(
                                String.valueOf(c.rank()), c.bidder(), c.price().shown()))
                        .toList());
    }
}
