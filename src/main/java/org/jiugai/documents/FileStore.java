package org.jiugai.documents;

import java.io.Closeable;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Files by the SHA-256 of their content, in {@code ab/cd…}. A file is there as a whole or not at all, and never changes. */
@Component
class FileStore implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final int BUFFER = 64 * 1024;
    private final Path root;
    private final long maxBytes;
    private final Incoming incoming;

    FileStore(FileRules rules) throws IOException {
        this.root = rules.directory().toAbsolutePath().normalize();
        this.maxBytes = rules.maxSize().toBytes();
        this.incoming = Incoming.open(root);
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
     * @throws FileRefused when it is empty or too large
     */
    Received receive(InputStream content) {
        try {
            Path file = incoming.newFile();
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

    /** Keeps what was received under its content; the same content once. What was damaged since is replaced. */
    void keep(Received received) {
        Path target = path(received.sha256());
        try {
            if (isWhole(target, received.sha256(), received.size())) return;
            if (Files.exists(target)) LOG.error("stored file {} was damaged; replaced by a new upload of it", target);
            Path folder = Files.createDirectories(folder(received.sha256()));
            Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
            syncFolder(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content, after it was compared with its digest.
     *
     * @throws RuleViolation when it is missing or has changed since it was kept
     */
    InputStream open(String sha256, long size) {
        Path file = path(sha256);
        try {
            if (isWhole(file, sha256, size)) return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.error("stored file {} is missing or damaged", file);
        throw new RuleViolation("documents.storeDamaged", "该文件在存储中缺失或已损坏，不能打开；请联系系统管理员从备份恢复");
    }

    private static boolean isWhole(Path file, String sha256, long size) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != size) return false;
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private Received write(InputStream content, Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) throw new FileRefused("tooLarge", "文件超过" + maxBytes / (1024 * 1024) + " MB，不能上传");
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        if (size == 0) throw new FileRefused("empty", "文件是空的，不能上传");
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

    @Override
    public void close() throws IOException {
        incoming.close();
    }
}
