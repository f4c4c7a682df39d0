package org.jiugai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jiugai.demonstration.DemonstrationCounty;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** People at their browsers: each signs in once and keeps the session. */
@TestComponent
public class SignedInClients {
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Environment environment;
    private final ObjectMapper json = new ObjectMapper();

    SignedInClients(Environment environment) {
        this.environment = environment;
    }

    public Client of(String person) {
        return clients.computeIfAbsent(person, Client::new);
    }

    /** A new session of that person, with that password; without a session when it is refused. */
    public Client anew(String person, String password) {
        return new Client(person, password);
    }

    /** Somebody who has not signed in. */
    public Client stranger() {
        return new Client();
    }

    /** An answer of the server. */
    public record Answer(int status, String body, JsonNode json) {
        public String code() {
            return json.path("code").asText();
        }

        public boolean names(String field) {
            for (JsonNode error : json.path("errors"))
                if (error.path("field").asText().equals(field)) return true;
            return false;
        }
    }

    /** One person's session. */
    public final class Client {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String person;

        private Client() {
            person = "nobody";
        }

        Client(String person) {
            this(person, DemonstrationCounty.PASSWORD);
        }

        Client(String person, String password) {
            this.person = person;
            send(HttpRequest.newBuilder(uri("/login")).GET());
            String form = "username=" + encode(person) + "&password=" + encode(password) + "&_csrf="
                    + encode(cookie("JIUGAI-CSRF"));
            Answer answer = send(HttpRequest.newBuilder(uri("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            if (answer.status() != 302) throw new AssertionError("sign-in of " + person + " failed: " + answer);
            get("/api/session");
            get("/camunda/api/engine/engine/");
        }

        public Answer get(String path) {
            return send(HttpRequest.newBuilder(uri(path)).GET());
        }

        /** A file as it comes, byte for byte. */
        public HttpResponse<byte[]> download(String path) {
            try {
                return http.send(
                        HttpRequest.newBuilder(uri(path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        public Answer post(String path, Object body) {
            return send(changing(path).POST(publisher(body)).header("Content-Type", "application/json"));
        }

        /** Sends these very letters, whatever they are, as JSON. */
        public Answer postText(String path, String body) {
            return send(changing(path)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json"));
        }

        public Answer put(String path, Object body) {
            return send(changing(path).PUT(publisher(body)).header("Content-Type", "application/json"));
        }

        public Answer delete(String path) {
            return send(changing(path).DELETE());
        }

        /** A form of one of our own pages. */
        public Answer postForm(String path, Map<String, String> fields) {
            StringBuilder form = new StringBuilder("_csrf=" + encode(cookie("JIUGAI-CSRF")));
            fields.forEach(
                    (k, v) -> form.append('&').append(encode(k)).append('=').append(encode(v)));
            return send(HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        }

        public Answer upload(String path, String name, byte[] content, Map<String, String> fields) {
            return upload(changing(path), name, content, fields);
        }

        /** As a form of one of our own pages does it: the token is a field. */
        public Answer uploadInForm(String path, String name, byte[] content) {
            return upload(
                    HttpRequest.newBuilder(uri(path)).header("Accept", "text/html"),
                    name,
                    content,
                    Map.of("_csrf", cookie("JIUGAI-CSRF")));
        }

        private Answer upload(HttpRequest.Builder request, String name, byte[] content, Map<String, String> fields) {
            String boundary = "----------test-boundary";
            java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
            fields.forEach((k, v) -> body.writeBytes(
                    ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + k + "\"\r\n\r\n" + v + "\r\n")
                            .getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        private HttpRequest.Builder changing(String path) {
            return HttpRequest.newBuilder(uri(path))
                    .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                    .header("X-CSRF-TOKEN", cookie("JIUGAI-CSRF"));
        }

        private HttpRequest.BodyPublisher publisher(Object body) {
            try {
                return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private Answer send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> response =
                        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                String body = response.body();
                JsonNode tree = body.startsWith("{") || body.startsWith("[") ? json.readTree(body) : json.nullNode();
                return new Answer(response.statusCode(), body, tree);
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** The session and what goes with it, for a browser that takes over. */
        Map<String, String> cookies() {
            Map<String, String> found = new LinkedHashMap<>();
            cookies.getCookieStore().getCookies().forEach(c -> found.put(c.getName(), c.getValue()));
            return found;
        }

        private String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .reduce((a, b) -> b)
                    .orElse("");
        }

        @Override
        public String toString() {
            return person;
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + environment.getProperty("local.server.port") + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
