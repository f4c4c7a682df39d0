package org.jiugai.publicsite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Stands before everything else at the door for ballots. In the last minutes of a vote who finds no place is told so at once, on a page that
 * keeps his choices and sends them again at the press of a button; nothing is looked up for it, neither in the database nor in a template.
 */
class BallotQueue extends HttpFilter {
    static final String PATH = "/zhuhu/jia/ballots";
    private static final long serialVersionUID = 1L;
    private static final int RETRY_SECONDS = 5;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z-]{1,100}");
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>请稍候</title>
              <link rel="stylesheet" href="%1$s/css/jiugai.css">
              <link rel="stylesheet" href="%1$s/css/residents.css">
            </head>
            <body class="residents">
            <main>
              <h1>投票的人较多</h1>
              <div class="alert" role="alert"><p>您的选票还没有收到，您的选择已保留在本页。请稍候几秒，再按一次“投出选票”。</p></div>
              <form method="post" action="%1$s%2$s">
            %3$s    <p><button type="submit">投出选票</button></p>
              </form>
            </main>
            </body>
            </html>
            """;

    private final transient BallotGate gate;

    BallotQueue(BallotGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // nothing else casts a ballot, and what is read later by a slow sender must not hold a place
        if (!isForm(request)) {
            chain.doFilter(request, response);
            return;
        }
        // read before there is a place
        request.getParameterMap();
        if (!gate.enter()) {
            EarlyRefusal.send(
                    response, 503, RETRY_SECONDS, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8", page(request));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            gate.leave();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Only what the ballot asks for comes back, in letters that mean nothing in a page. */
    private static String page(HttpServletRequest request) {
        StringBuilder fields = new StringBuilder();
        Map<String, String> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
        hide("round", sent.getOrDefault("round", ""), NUMBER, fields);
        hide("_csrf", sent.getOrDefault("_csrf", ""), TOKEN, fields);
        BallotFields.choices(sent).forEach((item, choice) -> hide("choice" + item, choice.name(), TOKEN, fields));
        return PAGE.formatted(HtmlUtils.htmlEscape(request.getContextPath()), PATH, fields);
    }

    private static void hide(String name, String value, Pattern plain, StringBuilder fields) {
        if (plain.matcher(value).matches())
            fields.append("    <input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(name, value));
    }
}
