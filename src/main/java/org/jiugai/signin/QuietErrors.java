package org.jiugai.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jiugai.engine.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the engine's API says of its own accord when it refuses or fails (class names, fields, ids, what the database said) stays inside.
 * The client gets the status and a sentence; refusals of this house, which are problems already, pass.
 */
class QuietErrors extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Quiet quiet = new Quiet(response);
        chain.doFilter(request, quiet);
        if (!response.isCommitted() && quiet.isSilenced()) {
            Problems.write(response, response.getStatus(), "signin.refused", Sentences.of(response.getStatus()));
        }
    }

    private static final class Quiet extends HttpServletResponseWrapper {
        private boolean silenced;

        Quiet(HttpServletResponse response) {
            super(response);
        }

        boolean isSilenced() {
            return silenced;
        }

        private boolean mustBeQuiet() {
            silenced = getStatus() >= 400 && !String.valueOf(getContentType()).startsWith("application/problem+json");
            return silenced;
        }

        @Override
        public void setContentLength(int length) {
            if (!mustBeQuiet()) super.setContentLength(length);
        }

        @Override
        public void setContentLengthLong(long length) {
            if (!mustBeQuiet()) super.setContentLengthLong(length);
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!mustBeQuiet()) super.flushBuffer();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return mustBeQuiet() ? new Nowhere() : super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return mustBeQuiet()
                    ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                    : super.getWriter();
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public void write(int one) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }
}
