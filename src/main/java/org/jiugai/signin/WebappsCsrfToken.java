package org.jiugai.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Gives a new session the token that the webapps demand on every change. They would make one themselves at the first requests; of two at
 * once each makes its own, and the session is lost at the first change. This cookie is also Secure whenever the request was.
 */
class WebappsCsrfToken implements SessionAuthenticationStrategy {
    private static final int BYTES = 24;

    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        String token = Base64.getUrlEncoder()
                .encodeToString(KeyGenerators.secureRandom(BYTES).generateKey());
        request.getSession().setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
        ResponseCookie cookie = ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
                .path(request.getContextPath() + "/camunda")
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
