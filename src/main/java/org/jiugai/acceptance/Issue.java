package org.jiugai.acceptance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jiugai.engine.Label;

/** Something to be put right, and until when. */
public record Issue(@Label("问题") @NotBlank @Size(max = 300) String content, @Label("整改期限") @NotNull LocalDate dueOn) {}
