package org.jiugai.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longestSession after this long a session ends, however busy it is; for how long it may idle is Spring's own setting */
@ConfigurationProperties("jiugai.sign-in")
record SignInSettings(@DefaultValue("12h") Duration longestSession) {}
