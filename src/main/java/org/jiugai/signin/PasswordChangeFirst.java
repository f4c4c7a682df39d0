package org.jiugai.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jiugai.engine.Problems;
import org.jiugai.organisation.Accounts;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever signs in with a password that somebody else gave him changes it before anything else. */
public class PasswordChangeFirst extends OncePerRequestFilter implements SessionAuthenticationStrategy {
    private static final String PAGE = "/account/password";
    private static final String MUST_CHANGE = PasswordChangeFirst.class.getName();
    private static final RequestMatcher STILL_OPEN =
            Paths.any(PAGE, "/logout", "/login", "/css/**", "/favicon.ico", "/error");

    private final Accounts accounts;

    PasswordChangeFirst(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        if (who instanceof UsernamePasswordAuthenticationToken && accounts.mustChange(who.getName())) {
            request.getSession().setAttribute(MUST_CHANGE, true);
        }
    }

    /** The password is the person's own now. */
    public static void done(HttpSession session) {
        session.removeAttribute(MUST_CHANGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(MUST_CHANGE) == null || STILL_OPEN.matches(request)) {
            chain.doFilter(request, response);
        } else if (Paths.API.matches(request)) {
            Problems.write(response, 403, "signin.passwordChangeDue", "请先修改初始密码");
        } else {
            response.sendRedirect(request.getContextPath() + PAGE);
        }
    }
}
