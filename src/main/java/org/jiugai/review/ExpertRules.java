package org.jiugai.review;

import org.jiugai.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** What makes an expert review valid (book 1.4 D3, 5.5 task 20). */
final class ExpertRules {
    private ExpertRules() {}

    /** @param designer name of the designer, empty when unknown */
    static Faults check(ExpertForm form, boolean structureChanged, String designer) {
        int all = form.experts().size();
        long distinct =
                form.experts().stream().map(e -> e.name().strip()).distinct().count();
        boolean structural = form.experts().stream().anyMatch(e -> e.speciality() == ExpertForm.Speciality.STRUCTURE);
        Faults faults = new Faults()
                .require(all >= 3 && all % 2 == 1, "experts", "【专家】须为三名以上单数，现为 " + all + " 名")
                .require(distinct == all, "experts", "【专家】同一专家不能重复")
                .require(!structureChanged || structural, "experts", "【专家】方案涉及主体结构，须有结构专业的专家")
                .require(
                        form.opinion() != Opinion.AGREE || isMajority(form, Opinion.AGREE),
                        "opinion",
                        "【专家组意见】半数以上专家未同意，专家组不能同意")
                .require(
                        form.opinion() == Opinion.REFUSE || !isMajority(form, Opinion.REFUSE),
                        "opinion",
                        "【专家组意见】半数以上专家不同意，专家组须为不同意")
                .require(
                        form.opinion() != Opinion.REVISE || !form.conditions().isEmpty(),
                        "conditions",
                        "【修改条件】修改后同意时至少填写一条")
                .require(
                        form.opinion() != Opinion.REFUSE || isFilled(form.legalGround()),
                        "legalGround",
                        "【不通过的依据】不同意时必填")
                .require(form.opinion() == Opinion.AGREE || isFilled(form.comment()), "comment", "【意见说明】不是同意时必填");
        for (int i = 0; i < all; i++) {
            ExpertForm.Expert expert = form.experts().get(i);
            faults.require(
                    expert.recusal(), "experts[%d].recusal".formatted(i), "【专家 第%d行 回避声明】有利害关系的专家须回避".formatted(i + 1));
            faults.require(
                    designer.isEmpty() || !expert.unit().strip().equals(designer),
                    "experts[%d].unit".formatted(i),
                    "【专家 第%d行 工作单位】不得来自设计单位".formatted(i + 1));
        }
        return faults;
    }

    private static boolean isMajority(ExpertForm form, Opinion opinion) {
        return 2 * form.experts().stream().filter(e -> e.verdict() == opinion).count()
                > form.experts().size();
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
