package org.jiugai.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jiugai.kernel.RuleViolation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files by the SHA-256 of their content, in {@code ab/cd…}. A file is there as a whole or not at all, and never changes. */
@Component
class FileStore {
    static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private final Path root;

    FileStore(@Value("${jiugai.files.directory:./data/files}") Path directory) {
        this.root = directory.toAbsolutePath().normalize();
    }

    /** An upload that is on the disk, but not yet kept. */
    record Received(Path file, String sha256, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes an upload to a temporary file, through to the disk.
     *
     * @throws RuleViolation when it is empty or too large
     */
    Received receive(InputStream content) {
        try {
            Path waiting = Files.createDirectories(root.resolve("incoming"));
            Path file = Files.createTempFile(waiting, "upload-", ".part");
            try {
                return write(content, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what was received under its content; the same content once. */
    void keep(Received received) {
        Path target = path(received.sha256());
        try {
            if (Files.exists(target)) return;
            Path folder = Files.createDirectories(folder(received.sha256()));
            Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(String sha256) {
        try {
            return Files.newInputStream(path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received write(InputStream content, Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) throw new RuleViolation("documents.tooLarge", "file", "文件超过50 MB，不能上传");
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        if (size == 0) throw new RuleViolation("documents.empty", "file", "文件是空的，不能上传");
        return new Received(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    private Path path(String sha256) {
        return folder(sha256).resolve(sha256.substring(2));
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    /** Makes the new name durable where the system knows of that; Windows does not. */
    private static void syncFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
