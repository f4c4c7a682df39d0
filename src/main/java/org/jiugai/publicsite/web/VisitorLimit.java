package org.jiugai.publicsite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiugai.kernel.Quota;
import org.springframework.http.MediaType;

/** How often one address may ask for residents' pages in a minute; the residents of a whole house may share one. */
class VisitorLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Quota requests;

    VisitorLimit(Quota requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (requests.take(request.getRemoteAddr())) chain.doFilter(request, response);
        else EarlyRefusal.send(response, 429, 60, MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8", "访问过于频繁，请一分钟后再试。");
    }
}
