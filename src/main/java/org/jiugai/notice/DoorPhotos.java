package org.jiugai.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;

/** Evidence from one building entrance: a notice hangs at every door (book 2.2, C3). */
public record DoorPhotos(
        @Label("单元门") @NotNull @NotBlank @Size(max = 60) String place, @Label("照片") List<UUID> photos) {
    public DoorPhotos {
        photos = Objects.requireNonNullElse(photos, List.of());
    }
}
