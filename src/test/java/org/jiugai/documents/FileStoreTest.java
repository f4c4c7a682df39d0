package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileStore(folder);
    }

    @Test
    void contentIsKeptUnderItsDigestAndComesBackWhole() throws IOException {
        String sha256 = keep("内容");
        assertThat(folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2)))
                .exists();
        try (InputStream in = store.open(sha256)) {
            assertThat(in.readAllBytes()).isEqualTo("内容".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void sameContentIsKeptOnceAndNothingIsLeftBehind() throws IOException {
        assertThat(keep("内容")).isEqualTo(keep("内容"));
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
    void uploadOfFiftyMegabytesIsKeptAndOneByteMoreIsRefused() throws IOException {
        try (FileStore.Received received = store.receive(zeros(FileStore.MOST_BYTES))) {
            assertThat(received.size()).isEqualTo(FileStore.MOST_BYTES);
        }
        assertThatThrownBy(() -> store.receive(zeros(FileStore.MOST_BYTES + 1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("文件超过50 MB，不能上传");
        assertThat(files()).isEmpty();
    }

    private String keep(String text) {
        try (FileStore.Received received =
                store.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            store.keep(received);
            return received.sha256();
        }
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
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
