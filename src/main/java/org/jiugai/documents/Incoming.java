package org.jiugai.documents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where uploads lie until they are kept. Each running node has a folder of its own there and holds its lock; a folder whose lock is
 * free belonged to a node that died, and goes with what it left half written.
 */
final class Incoming implements Closeable {
    private static final String LOCK = "node.lock";
    private final Path folder;
    private final FileChannel lock;

    private Incoming(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Incoming open(Path root) throws IOException {
        Path all = Files.createDirectories(root.resolve("incoming"));
        try (Stream<Path> left = Files.list(all)) {
            for (Path path : left.toList()) removeIfDead(path);
        }
        Path own = Files.createTempDirectory(all, "node-");
        FileChannel lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new Incoming(own, lock);
    }

    Path newFile() throws IOException {
        return Files.createTempFile(folder, "upload-", ".part");
    }

    private static void removeIfDead(Path left) throws IOException {
        if (!Files.isDirectory(left)) {
            Files.deleteIfExists(left);
            return;
        }
        Path file = left.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) return;
            remove(left);
        } catch (OverlappingFileLockException e) {
            return;
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(left);
    }

    /** All but the lock. */
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.filter(
                            file -> !file.getFileName().toString().equals(LOCK))
                    .toList();
            for (Path file : left) Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        remove(folder);
        lock.close();
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }
}
