package org.jiugai.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One station of the stage line: planned against reached. */
public record StageEntry(Stage stage, LocalDate plannedOn, @Nullable LocalDate reachedOn, @Nullable LocalDate leftOn) {}
