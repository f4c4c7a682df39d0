package org.jiugai.messages;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jiugai.startup.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** A gateway for short messages that takes one JSON object by HTTP: {@code key}, {@code phone}, {@code text}. */
@Component
@ConditionalOnExpression("!'${jiugai.messages.url:}'.isEmpty()")
class HttpCarrier implements MessageCarrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private final RestClient gateway;

    HttpCarrier(@Value("${jiugai.messages.url}") String url, @Value("${jiugai.messages.token:}") String token) {
        if (!url.matches("https?://[^\\s]+"))
            throw new StartRefused("jiugai.messages.url 不是网址“" + url + "”：应以 http:// 或 https:// 开头，或留空不发送短信。");
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(ANSWER);
        this.gateway = RestClient.builder()
                .baseUrl(url)
                .requestFactory(requests)
                .defaultHeaders(headers -> {
                    if (!token.isBlank()) headers.setBearerAuth(token);
                })
                .build();
    }

    @Override
    public void carry(UUID key, String phone, String text) {
        try {
            int status = gateway.post()
                    .header("Idempotency-Key", key.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("key", key.toString(), "phone", phone, "text", text))
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode()
                    .value();
            if (status >= 300) throw new Refused("短信网关答复 " + status);
        } catch (RestClientResponseException refused) {
            throw new Refused("短信网关答复 " + refused.getStatusCode().value());
        } catch (RestClientException unreachable) {
            throw new Refused("短信网关没有答复");
        }
    }
}
