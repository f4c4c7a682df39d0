package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final String CONTENT = "内容".repeat(50_000);

    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileStore(rules("50MB"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void contentIsKeptUnderItsDigestAndComesBackWhole() throws IOException {
        String sha256 = keep(CONTENT);
        assertThat(kept(sha256)).exists();
        assertThat(read(sha256)).isEqualTo(CONTENT);
    }

    /** A copy would be there half written for a moment. */
    @Test
    void whatIsKeptIsTheReceivedFileItselfUnderItsNewName() throws IOException {
        try (FileStore.Received received =
                store.receive(new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)))) {
            Object file = Files.readAttributes(received.file(), BasicFileAttributes.class)
                    .fileKey();
            store.keep(received);
            assertThat(received.file()).doesNotExist();
            assertThat(Files.readAttributes(kept(received.sha256()), BasicFileAttributes.class)
                            .fileKey())
                    .isEqualTo(file);
        }
    }

    @Test
    void sameContentIsKeptOnceAndNothingIsLeftBehind() throws IOException {
        assertThat(keep(CONTENT)).isEqualTo(keep(CONTENT));
        assertThat(files()).hasSize(1);
    }

    @Test
    void emptyUploadIsRefused() throws IOException {
        assertThatThrownBy(() -> store.receive(InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("documents.empty"));
        assertThat(files()).isEmpty();
    }

    @Test
    void uploadOfFiftyMegabytesIsReceivedAndOneByteMoreIsRefused() throws IOException {
        long most = 50L * 1024 * 1024;
        try (FileStore.Received received = store.receive(zeros(most))) {
            assertThat(received.size()).isEqualTo(most);
        }
        assertThatThrownBy(() -> store.receive(zeros(most + 1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("文件超过50 MB，不能上传");
        assertThat(files()).isEmpty();
    }

    @Test
    void endlessUploadIsReadNoFurtherThanTheOperatorAllows() throws IOException {
        try (FileStore small = new FileStore(rules("1MB"))) {
            InputStream endless = new InputStream() {
                private long read;

                @Override
                public int read() {
                    if (++read > 2_000_000) throw new AssertionError("read on behind the limit");
                    return 0;
                }
            };
            assertThatThrownBy(() -> small.receive(endless)).hasMessage("文件超过1 MB，不能上传");
        }
    }

    @Test
    void uploadThatBreaksOffLeavesNothing() throws IOException {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream half =
                new SequenceInputStream(new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)), breaking);
        assertThatThrownBy(() -> store.receive(half)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void uploadThatWasReceivedButNotKeptIsNotThereForAnybody() throws IOException {
        try (FileStore.Received received = store.receive(stream(CONTENT))) {
            assertThatThrownBy(() -> store.open(received.sha256(), received.size()))
                    .isInstanceOf(RuleViolation.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatADeadNodeLeftHalfWrittenIsGoneAfterTheNextStart() throws IOException {
        FileStore.Received unfinished = store.receive(stream(CONTENT));
        Path dead = Files.createDirectories(folder.resolve("incoming/node-dead"));
        Files.writeString(dead.resolve("node.lock"), "");
        Files.writeString(dead.resolve("upload-1.part"), "half of an upl");
        Files.writeString(folder.resolve("incoming/upload-2.part"), "of an older version");
        String kept = keep("anderes");

        try (FileStore next = new FileStore(rules("50MB"))) {
            assertThat(dead).doesNotExist();
            assertThat(folder.resolve("incoming/upload-2.part")).doesNotExist();
            assertThat(unfinished.file()).as("of a node that is alive").exists();
            try (InputStream in = next.open(kept, "anderes".length())) {
                assertThat(in.readAllBytes()).hasSize("anderes".length());
            }
        }
        store.keep(unfinished);
        assertThat(read(unfinished.sha256())).isEqualTo(CONTENT);
    }

    @Test
    void fileThatWasCutOffOrChangedInTheStoreIsNotHandedOut() throws IOException {
        String sha256 = keep(CONTENT);
        for (String damaged : List.of(CONTENT.substring(0, 1000), "", "错误".repeat(50_000))) {
            Files.writeString(kept(sha256), damaged);
            assertThatThrownBy(() -> read(sha256)).isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.code())
                    .isEqualTo("documents.storeDamaged"));
        }
        Files.delete(kept(sha256));
        assertThatThrownBy(() -> read(sha256)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void damagedFileIsReplacedWhenItsContentIsUploadedAgain() throws IOException {
        String sha256 = keep(CONTENT);
        Files.writeString(kept(sha256), CONTENT.substring(0, 1000));
        keep(CONTENT);
        assertThat(read(sha256)).isEqualTo(CONTENT);
        Files.writeString(kept(sha256), "错误".repeat(50_000));
        keep(CONTENT);
        assertThat(read(sha256)).isEqualTo(CONTENT);
        assertThat(files()).hasSize(1);
    }

    private FileRules rules(String maxSize) {
        return TestRules.with(Map.of("directory", folder.toString(), "max-size", maxSize));
    }

    private String keep(String text) {
        try (FileStore.Received received = store.receive(stream(text))) {
            store.keep(received);
            return received.sha256();
        }
    }

    private String read(String sha256) throws IOException {
        try (InputStream in = store.open(sha256, CONTENT.getBytes(StandardCharsets.UTF_8).length)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path kept(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.endsWith("node.lock")).toList().stream();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) return -1;
                int read = (int) Math.min(left, length);
                left -= read;
                return read;
            }
        };
    }
}
