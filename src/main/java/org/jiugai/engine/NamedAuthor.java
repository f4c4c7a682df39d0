package org.jiugai.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jiugai.kernel.Actor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Nothing in the engine's history is without an author: where nobody has signed in to the engine, it is the person of one of our own pages, or
 * {@code system} for timers, jobs and events. Our own code is trusted with or without a name, so nothing is checked that was not checked before.
 */
class NamedAuthor extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        IdentityService identity = Context.getProcessEngineConfiguration().getIdentityService();
        if (identity.getCurrentAuthentication() != null) return next.execute(command);
        CommandContext context = Context.getCommandContext();
        boolean rights = context.isAuthorizationCheckEnabled();
        boolean counties = context.isTenantCheckEnabled();
        identity.setAuthentication(author(), List.of(), List.of());
        context.disableAuthorizationCheck();
        context.disableTenantCheck();
        try {
            return next.execute(command);
        } finally {
            context.setAuthorizationCheckEnabled(rights);
            context.setTenantCheckEnabled(counties);
            identity.clearAuthentication();
        }
    }

    private static String author() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean isPerson = signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken);
        return isPerson ? signedIn.getName() : Actor.SYSTEM.personId();
    }
}
