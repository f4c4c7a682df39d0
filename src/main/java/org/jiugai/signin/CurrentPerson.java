package org.jiugai.signin;

import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/**
 * Tells the webapps at every request for which offices and counties the person acts now. They would remember for minutes what he was at
 * sign-in; a membership or a stand-in may have begun or ended since.
 */
class CurrentPerson extends ContainerBasedAuthenticationFilter {
    @Override
    protected boolean existisAuthentication(Authentications known, String engine, String person) {
        return false;
    }
}
