package org.jiugai.organisation;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed. A hash names its algorithm, so that a stronger one can follow without new passwords. */
@Configuration(proxyBeanMethods = false)
class Passwords {
    /** @param strength 2 to this power rounds of bcrypt */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${jiugai.sign-in.bcrypt-strength:11}") int strength) {
        return new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of(
                        "bcrypt",
                        new BCryptPasswordEncoder(strength),
                        OneTimePassword.ENCODING,
                        OneTimePassword.ENCODER));
    }
}
