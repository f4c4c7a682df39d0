package org.jiugai.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Requests that are too malformed to reach the application are answered by the server itself: with one sentence, and not in its name. */
@Component
class QuietTomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OneSentence()));
    }

    private static final class OneSentence extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            byte[] page = ("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>无法显示</title><p>"
                            + Sentences.of(status) + "</p></html>")
                    .getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType("text/html;charset=UTF-8");
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
                response.finishResponse();
            } catch (IOException clientIsGone) {
                throw new UncheckedIOException(clientIsGone);
            }
        }
    }
}
