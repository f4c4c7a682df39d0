package org.jiugai.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of anchors: one small file a day, written once. */
@Component
class AnchorFolder {
    private static final String PREFIX = "anchor-";
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private final Path folder;

    AnchorFolder(@Value("${jiugai.audit.anchors}") Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.toAbsolutePath().normalize();
    }

    boolean has(LocalDate day) {
        return Files.exists(file(day));
    }

    /** Keeps the anchor of a day that has none; the file is there as a whole or not at all. */
    void keep(Anchor anchor) {
        if (has(anchor.day())) throw new IllegalStateException("an anchor is never overwritten: " + file(anchor.day()));
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, PREFIX, ".tmp");
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(anchor));
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            Files.move(half, file(anchor.day()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every anchor, oldest first. */
    List<Anchor> all() {
        if (!Files.isDirectory(folder)) return List.of();
        List<Anchor> anchors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AnchorFolder::isAnchor).sorted().toList()) anchors.add(read(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return anchors;
    }

    private Path file(LocalDate day) {
        return folder.resolve(PREFIX + day + SUFFIX);
    }

    private static boolean isAnchor(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static Anchor read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Anchor.class);
        } catch (IOException e) {
            throw new AnchorUnreadable(file, e);
        }
    }
}
