package org.jiugai.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine's servlets are asked by their plain path: one written with codes or parameters in it would mean different things to different guards. */
class OneSpelling extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean ofTheEngine = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        String plain = request.getContextPath() + request.getServletPath();
        if (ofTheEngine && !request.getRequestURI().startsWith(plain)) response.sendError(400);
        else chain.doFilter(request, response);
    }
}
