package org.jiugai.formalities;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** Task 25: which permits are needed, which are not, and on what ground. */
public record PermitsForm(
        @Label("涉及主体结构变动") @NotNull Boolean structureChanged,
        @Label("增加面积、高度或改变结构、用途") @NotNull Boolean extentChanged,
        @Label("规划许可") @NotNull Permit planningPermit,
        @Label("规划免办依据") @Size(max = 300) @Nullable String planningBasis,
        @Label("施工许可") @NotNull Permit constructionPermit,
        @Label("施工许可免办依据") @Size(max = 300) @Nullable String constructionBasis,
        @Label("施工图审查") @NotNull DrawingReview drawingReview,
        @Label("免审依据") @Size(max = 300) @Nullable String drawingBasis,
        @Label("消防类别") @NotNull FireCategory fireCategory,
        @Label("不涉及消防依据") @Size(max = 300) @Nullable String fireBasis,
        @Label("依据文件") @NotBlank @Size(max = 300) String basis,
        @Label("判定日期") @NotNull LocalDate decidedOn,
        @Label("判定单") @Nullable List<UUID> decisionDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public enum Permit {
        REQUIRED("办理"),
        EXEMPT("免办");

        private final String label;

        Permit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum DrawingReview {
        REVIEW("审查"),
        COMMITMENT("告知承诺"),
        NOT_NEEDED("不需");

        private final String label;

        DrawingReview(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum FireCategory {
        SPECIAL("特殊"),
        OTHER("其他"),
        NOT_INVOLVED("不涉及");

        private final String label;

        FireCategory(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
