package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;

/** Whatever the webapps remember of somebody, his offices and counties are asked for anew. */
class CurrentPersonTest {
    @Test
    void whoIsRememberedIsAskedForAnew() {
        Authentications known = new Authentications();
        UserAuthentication remembered = new UserAuthentication("yunlu", "default");
        remembered.setGroupIds(List.of("an-office-that-he-left"));
        known.addOrReplace(remembered);
        assertThat(new CurrentPerson().existisAuthentication(known, "default", "yunlu"))
                .isFalse();
    }
}
