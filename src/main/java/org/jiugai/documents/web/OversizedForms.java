package org.jiugai.documents.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page's form that is too large for the container arrives without its fields, so also without its token, and is taken for a forged
 * one. The person is told what is really wrong.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OversizedForms extends OncePerRequestFilter {
    /** Tomcat's mark of a request whose fields it could not read. */
    private static final String NOT_READ = "org.apache.catalina.parameter_parse_failed";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int status, String message) throws IOException {
                super.sendError(told(status), message);
            }

            @Override
            public void sendError(int status) throws IOException {
                super.sendError(told(status));
            }

            private int told(int status) {
                boolean cut = status == SC_FORBIDDEN && request.getAttribute(NOT_READ) != null;
                return cut ? SC_REQUEST_ENTITY_TOO_LARGE : status;
            }
        });
    }
}
