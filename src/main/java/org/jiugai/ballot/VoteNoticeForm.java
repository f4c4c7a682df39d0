package org.jiugai.ballot;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 通知全体业主 (book 5.5, task 15; 物业管理条例第14条). From here on the roll is frozen. */
public record VoteNoticeForm(
        @Label("通知日") @NotNull LocalDate noticeDate,
        @Label("告知居委会日期") @NotNull LocalDate committeeInformed,
        @Label("投票开始") @NotNull LocalDateTime voteStart,
        @Label("投票截止") @NotNull LocalDateTime voteEnd,
        @Label("咨询方式") @NotBlank @Size(max = 200) String contact,
        @Label("张贴照片") @NotEmpty List<UUID> photos,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {}
