package org.jiugai.publicsite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jiugai.ballot.Choice;
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
    private static final Pattern ITEM = Pattern.compile("choice\\d{1,3}");
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
        // read before there is a place, or whoever sends slowly would hold one
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

    private static String page(HttpServletRequest request) {
        StringBuilder fields = new StringBuilder();
        request.getParameterMap().forEach((name, values) -> {
            if (isOurs(name, values[0]))
                fields.append("    <input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(name, values[0]));
        });
        return PAGE.formatted(HtmlUtils.htmlEscape(request.getContextPath()), PATH, fields);
    }

    /** Only what the ballot asks for comes back, in letters that mean nothing in a page. */
    private static boolean isOurs(String name, String value) {
        return switch (name) {
            case "round" -> NUMBER.matcher(value).matches();
            case "_csrf" -> TOKEN.matcher(value).matches();
            default -> ITEM.matcher(name).matches() && Choice.named(value).isPresent();
        };
    }
}
