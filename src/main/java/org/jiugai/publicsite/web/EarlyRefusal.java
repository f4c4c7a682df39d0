package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** An answer before everything that costs time: no session, no rendering, and the headers that would come later. */
final class EarlyRefusal {
    private EarlyRefusal() {}

    /** @param seconds after which to come back */
    static void send(HttpServletResponse response, int status, int seconds, String contentType, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
        response.getOutputStream().write(bytes);
    }
}
