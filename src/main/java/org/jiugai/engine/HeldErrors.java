package org.jiugai.engine;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** An answer whose content goes out as it comes unless its status says that it is an error: then the content is dropped. */
class HeldErrors extends HttpServletResponseWrapper {
    HeldErrors(HttpServletResponse response) {
        super(response);
    }

    boolean isError() {
        return getStatus() >= 400;
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isError()) super.flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (!isError()) out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (!isError()) out.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                if (!isError()) out.flush();
            }

            @Override
            public void close() throws IOException {
                if (!isError()) out.close();
            }

            @Override
            public boolean isReady() {
                return out.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                out.setWriteListener(listener);
            }
        };
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return isError() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }
}
