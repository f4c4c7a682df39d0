package org.jiugai.signin;

import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password, because too many wrong ones came before it. */
class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
        super("too many attempts");
    }
}
