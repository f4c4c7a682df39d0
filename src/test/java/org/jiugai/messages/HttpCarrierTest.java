package org.jiugai.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a gateway on this machine. */
class HttpCarrierTest {
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final AtomicInteger answer = new AtomicInteger(202);
    private HttpServer gateway;
    private HttpCarrier carrier;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", this::take);
        gateway.start();
        carrier = new HttpCarrier("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms", "secret");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        taken.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (answer.get() == 302) exchange.getResponseHeaders().set("Location", "/sms");
        exchange.sendResponseHeaders(answer.get(), -1);
        exchange.close();
    }

    @Test
    void aMessageIsCarriedUnderItsKey() {
        UUID key = UUID.randomUUID();
        carrier.carry(key, "13900000000", "您家的意见已答复");
        assertThat(taken.remove())
                .startsWith("Bearer secret " + key + " {")
                .contains("\"key\":\"" + key + "\"", "\"phone\":\"13900000000\"", "\"text\":\"您家的意见已答复\"");
    }

    @Test
    void whatTheGatewayDoesNotTakeIsRefusedWithItsAnswer() {
        for (int status : new int[] {500, 429, 302}) {
            answer.set(status);
            assertThatThrownBy(() -> carrier.carry(UUID.randomUUID(), "13900000000", "x"))
                    .isInstanceOf(MessageCarrier.Refused.class)
                    .hasMessage("短信网关答复 " + status);
        }
        assertThat(taken).hasSize(3);
    }

    @Test
    void anAddressThatIsNoneIsSaidAtTheStart() {
        assertThatThrownBy(() -> new HttpCarrier("sms.example", ""))
                .isInstanceOf(org.jiugai.startup.StartRefused.class)
                .hasMessageContaining("jiugai.messages.url");
    }

    @Test
    void aGatewayThatIsNotThereIsARefusal() {
        gateway.stop(0);
        assertThatThrownBy(() -> carrier.carry(UUID.randomUUID(), "13900000000", "x"))
                .isInstanceOf(MessageCarrier.Refused.class)
                .hasMessage("短信网关没有答复");
    }
}
