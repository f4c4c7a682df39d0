package org.jiugai.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A bare HTTP client with a visible cookie jar, for tests that care what goes over the wire. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String base;

    Http(int port) {
        this("http://localhost:" + port);
    }

    Http(String base) {
        this.base = base;
        headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    Http with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** As if a proxy had taken the request from there. */
    Http from(String address) {
        return with("X-Forwarded-For", address);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> postForm(String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encode(cookies.getOrDefault("JIUGAI-CSRF", "")));
        fields.forEach((k, v) -> form.append('&').append(encode(k)).append('=').append(encode(v)));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** A change, with both tokens where the jar has them. */
    HttpResponse<String> change(String method, String path, String json) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (cookies.containsKey("XSRF-TOKEN")) request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        if (cookies.containsKey("JIUGAI-CSRF")) request.header("X-CSRF-TOKEN", cookies.get("JIUGAI-CSRF"));
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> signIn(String person, String password) {
        if (!cookies.containsKey("JIUGAI-CSRF")) get("/login");
        return postForm("/login", Map.of("username", person, "password", password));
    }

    /** Whether the session of this jar is somebody's. */
    boolean isSignedIn() {
        return get("/api/session").statusCode() == 200;
    }

    String session() {
        return cookies.getOrDefault("JIUGAI-SESSION", "");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(base + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(c -> c.getKey() + "=" + c.getValue())
                                    .toList()));
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                String value = pair.substring(pair.indexOf('=') + 1);
                if (value.isEmpty() || cookie.contains("Max-Age=0"))
                    cookies.remove(pair.substring(0, pair.indexOf('=')));
                else cookies.put(pair.substring(0, pair.indexOf('=')), value);
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends these bytes from that local address and reads until the server closes. */
    static String raw(int port, String localAddress, String text) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(localAddress), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
