package org.jiugai.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiugai.documents.StoredDocument;
import org.junit.jupiter.api.Test;

/** The file of a package on its way out is never left behind, and its entries have names for every system. */
class ExportedPackageTest {
    @Test
    void isSentWholeAndThenGone() throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (ExportedPackage exported = ExportedPackage.write("a.zip", out -> out.write(new byte[200_000]))) {
            assertThat(exported.size()).isEqualTo(200_000);
            exported.sendTo(sent);
        }
        assertThat(sent.size()).isEqualTo(200_000);
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void leavesNothingWhenItsWritingIsInterrupted() throws Exception {
        assertThatThrownBy(() -> ExportedPackage.write("a.zip", out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void leavesNothingWhenItsSendingIsInterrupted() throws Exception {
        assertThatThrownBy(() -> {
                    try (ExportedPackage exported =
                            ExportedPackage.write("a.zip", out -> out.write(new byte[200_000]))) {
                        exported.sendTo(new java.io.OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("gone");
                            }
                        });
                    }
                })
                .hasMessage("gone");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void namesStayInTheFolderOfFiles() {
        for (String name :
                List.of("../../etc/passwd", "a\\b.pdf", "con", "报告 \u202Efdp.exe", "x".repeat(300) + ".pdf", "…. ")) {
            String entry = EntryNames.of(new StoredDocument(
                    UUID.randomUUID(), 1, name, "application/pdf", 1, "0".repeat(64), "甲", Instant.EPOCH));
            assertThat(entry)
                    .matches("files/[0-9a-f-]{36}-[^/\\\\\\p{Cc}\\p{Cf}]*")
                    .doesNotEndWith(".")
                    .doesNotEndWith(" ")
                    .hasSizeLessThan(150);
        }
    }

    private static List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("jiugai-package"))
                    .toList();
        }
    }
}
