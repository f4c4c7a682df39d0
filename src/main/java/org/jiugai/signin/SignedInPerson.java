package org.jiugai.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells the engine's web applications who has signed in. Created by the filter, so public and without arguments. */
public class SignedInPerson extends ContainerBasedAuthenticationProvider {
    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            return AuthenticationResult.unsuccessful();
        }
        String person = signedIn.getName();
        List<String> offices = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        List<String> counties =
                engine
                        .getIdentityService()
                        .createTenantQuery()
                        .userMember(person)
                        .includingGroupsOfUser(true)
                        .list()
                        .stream()
                        .map(Tenant::getId)
                        .toList();
        AuthenticationResult result = new AuthenticationResult(person, true);
        result.setGroups(offices);
        result.setTenants(counties);
        return result;
    }
}
