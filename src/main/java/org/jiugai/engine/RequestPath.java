package org.jiugai.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The path of a request as the server resolves it: decoded, so that a letter written as its code is no other path. */
final class RequestPath {
    private RequestPath() {}

    static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
