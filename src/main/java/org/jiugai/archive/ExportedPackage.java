package org.jiugai.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A whole package on its way out, in a file that is gone when it is closed. The file has no name any more as soon as it is open (Windows
 * removes it with the process): whatever interrupts the export, the machine or the program, nothing is left behind.
 */
public final class ExportedPackage implements Closeable {
    private final FileChannel file;
    private final String name;

    private ExportedPackage(FileChannel file, String name) {
        this.file = file;
        this.name = name;
    }

    /** Writes the package. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** @throws IOException when it could not be written to its end; nothing of it is left then */
    static ExportedPackage write(String name, Writing writing) throws IOException {
        // the empty file is readable for this user only, where the system knows that
        Path path = Files.createTempFile("jiugai-package", ".zip");
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024);
            writing.to(out);
            out.flush();
            return new ExportedPackage(file, name);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** What the file is called where it is saved. */
    public String name() {
        return name;
    }

    public long size() throws IOException {
        return file.size();
    }

    public void sendTo(OutputStream out) throws IOException {
        file.position(0);
        Channels.newInputStream(file).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
