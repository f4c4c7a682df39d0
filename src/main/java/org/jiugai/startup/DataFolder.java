package org.jiugai.startup;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds the embedded database and the files. One running instance owns it. */
final class DataFolder implements Closeable {
    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process, creating it when needed.
     *
     * @throws StartRefused when another running instance has it
     */
    static DataFolder claim(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartRefused(
                        "数据目录 " + root + " 正被另一个运行中的实例使用：请先停止那个实例，或用 --jiugai.database.directory=… 另选目录。");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Refuses a port on which somebody else listens; a database of this folder that outlived its application is taken over instead.
     *
     * @param port 0 for any
     */
    void ensureDatabaseCanListen(int port) {
        if (port == 0 || orphanRuns()) return;
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new StartRefused("数据库端口 " + port + " 已被占用：请停止占用它的程序，或用 --jiugai.database.port=… 换一个端口。");
        }
    }

    private boolean orphanRuns() {
        try {
            Path pidFile = postgres().resolve("postmaster.pid");
            return Files.exists(pidFile)
                    && ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pidFile).get(0).strip()))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
