package org.jiugai.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The one command of ClamAV's daemon that is used: INSTREAM, in pieces that carry their length. */
final class Clamd {
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private Clamd() {}

    /**
     * @param address {@code host:port} or the path of a Unix socket
     * @param timeout for all of it; then the connection is cut, which ends whatever waits on it
     * @return one line
     */
    static String scan(String address, Duration timeout, InputStream content) throws IOException {
        boolean local = address.startsWith("/");
        SocketChannel clamd = local ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        CompletableFuture<Void> closed = done.completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(inTime -> close(clamd));
        try {
            clamd.connect(local ? UnixDomainSocketAddress.of(address) : internet(address));
            return ask(clamd, content);
        } finally {
            done.complete(true);
            closed.join();
        }
    }

    private static SocketAddress internet(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        try {
            return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("not an address of the form host:port: " + address, e);
        }
    }

    private static String ask(SocketChannel clamd, InputStream content) throws IOException {
        write(clamd, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] piece = new byte[PIECE];
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            if (read == 0) continue;
            write(clamd, ByteBuffer.allocate(Integer.BYTES).putInt(read).flip());
            write(clamd, ByteBuffer.wrap(piece, 0, read));
        }
        write(clamd, ByteBuffer.allocate(Integer.BYTES));
        byte[] answer = Channels.newInputStream(clamd).readNBytes(LONGEST_ANSWER);
        return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) clamd.write(bytes);
    }

    private static void close(SocketChannel clamd) {
        try {
            clamd.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
