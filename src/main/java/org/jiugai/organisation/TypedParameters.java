package org.jiugai.organisation;

import org.jiugai.kernel.PlainText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What nobody can type into a page's field is refused before any page reads it: a NUL would be an error of the database. */
@Configuration(proxyBeanMethods = false)
class TypedParameters {
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(PlainText::is);
        return firewall;
    }
}
