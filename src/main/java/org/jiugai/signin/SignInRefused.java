package org.jiugai.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Back to the sign-in page with one and the same sentence; 429 when the password was not looked at. */
class SignInRefused extends SimpleUrlAuthenticationFailureHandler {
    SignInRefused() {
        super("/login?error");
        setAllowSessionCreation(false);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (refusal instanceof TooManyAttempts) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            super.onAuthenticationFailure(request, response, refusal);
        }
    }
}
