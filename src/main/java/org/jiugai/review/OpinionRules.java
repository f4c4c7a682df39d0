package org.jiugai.review;

import java.time.LocalDate;
import org.jiugai.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** What makes an opinion complete (book 5.5, task 19). */
final class OpinionRules {
    private OpinionRules() {}

    static Faults check(OpinionForm form, LocalDate today, LocalDate openedOn) {
        LocalDate on = form.opinionDate();
        return new Faults()
                .require(
                        form.opinion() != Opinion.REVISE || !form.conditions().isEmpty(),
                        "conditions",
                        "【修改条件】修改后同意时至少填写一条")
                .require(
                        form.opinion() == Opinion.REVISE || form.conditions().isEmpty(),
                        "conditions",
                        "【修改条件】只有修改后同意时可以填写")
                .require(
                        form.opinion() != Opinion.REFUSE || isFilled(form.legalGround()), "legalGround", "【法律依据】不同意时必填")
                .require(form.opinion() == Opinion.AGREE || isFilled(form.comment()), "comment", "【意见说明】不是同意时必填")
                .require(on == null || !on.isAfter(today), "opinionDate", "【出具日期】不能晚于今天")
                .require(on == null || !on.isBefore(openedOn), "opinionDate", "【出具日期】不能早于本轮征求意见之日");
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
