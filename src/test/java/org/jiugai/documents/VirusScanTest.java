package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jiugai.SampleFiles;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class VirusScanTest {
    private static final byte[] UPLOAD = new byte[200_000];

    @TempDir
    Path folder;

    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void cleanFileIsSentWholeAndAccepted() throws Exception {
        CompletableFuture<byte[]> received = answering(server, "stream: OK\0");
        scan(address()).check(UPLOAD);
        assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(UPLOAD);
    }

    @Test
    void virusIsRefused() throws Exception {
        answering(server, "stream: Eicar-Test-Signature FOUND\0");
        refuses("documents.virus");
    }

    @Test
    void whateverElseIsAnsweredIsNoConsent() throws Exception {
        for (String answer : new String[] {
            "INSTREAM size limit exceeded. ERROR\0", "", "stream: OK FOUND ERROR", "OK", "UNKNOWN COMMAND\0"
        }) {
            answering(server, answer);
            refuses("documents.notScanned");
        }
    }

    @Test
    void nothingIsAcceptedWhileTheScannerIsDown() throws Exception {
        server.close();
        refuses("documents.notScanned");
        refuses("documents.notScanned", scan("/nowhere/clamd.sock"));
        refuses("documents.notScanned", scan("no address"));
        refuses("documents.notScanned", scan("name.invalid:3310"));
    }

    @Test
    void nothingIsAcceptedFromAScannerThatNeverAnswers() throws Exception {
        VirusScan hasty = new VirusScan(TestRules.with(Map.of("clamav.address", address(), "clamav.timeout", "300ms")));
        refuses("documents.notScanned", hasty);
    }

    @Test
    void answerWithoutEndIsNotRead() throws Exception {
        AtomicLong sent = new AtomicLong();
        Thread babbler = new Thread(() -> {
            try (SocketChannel client = server.accept()) {
                for (ByteBuffer more = ByteBuffer.allocate(64 * 1024); ; more.clear())
                    sent.addAndGet(client.write(more));
            } catch (IOException hungUp) {
                // as it should
            }
        });
        babbler.setDaemon(true);
        babbler.start();
        VirusScan scan = new VirusScan(TestRules.with(Map.of("clamav.address", address(), "clamav.timeout", "5s")));
        assertThatThrownBy(() -> scan.check(new byte[10]))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("documents.notScanned"));
        babbler.join(10_000);
        // what the system itself buffers
        assertThat(sent.get()).isLessThan(32L * 1024 * 1024);
    }

    @Test
    void scannerMayListenOnAUnixSocket() throws Exception {
        Path socket = folder.resolve("clamd.sock");
        try (ServerSocketChannel local = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            local.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<byte[]> received = answering(local, "stream: OK\0");
            scan(socket.toString()).check(UPLOAD);
            assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(UPLOAD);
        }
    }

    @Test
    void nothingIsScannedWhereNoScannerIsConfigured() {
        assertThatCode(() -> new VirusScan(TestRules.shipped()).check(UPLOAD)).doesNotThrowAnyException();
    }

    @Test
    void uploadsGoThroughTheScanner() throws Exception {
        answering(server, "stream: Test FOUND\0");
        new FileChecks(folder).with("clamav.address", address()).refuses(SampleFiles.pdf(), "a.pdf", "virus");
    }

    private void refuses(String code) throws IOException {
        refuses(code, scan(address()));
    }

    private static void refuses(String code, VirusScan scan) {
        assertThatThrownBy(() -> scan.check(UPLOAD))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code))
                .message()
                .matches(".*\\p{IsHan}.*");
    }

    private String address() throws IOException {
        return server.isOpen() ? "127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() : closedPort();
    }

    private static String closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return "127.0.0.1:" + free.getLocalPort();
        }
    }

    private static VirusScan scan(String address) {
        return new VirusScan(TestRules.with(Map.of("clamav.address", address)));
    }

    /** A daemon for one request. */
    private static CompletableFuture<byte[]> answering(ServerSocketChannel server, String answer) {
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        Thread daemon = new Thread(() -> {
            try (SocketChannel client = server.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                byte[] command = in.readNBytes(10);
                if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) throw new IOException();
                java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
                for (int length = in.readInt(); length != 0; length = in.readInt())
                    content.write(in.readNBytes(length));
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
                received.complete(content.toByteArray());
            } catch (IOException e) {
                received.completeExceptionally(e);
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        return received;
    }
}
