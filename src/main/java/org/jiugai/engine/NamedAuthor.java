package org.jiugai.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.jiugai.kernel.Actor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Nothing that happens to an instance is without an author: where nobody has signed in to the engine, it is the person of one of our own pages,
 * or {@code system} for timers, jobs and events. Our own code is trusted with or without a name, so nothing is checked that was not checked
 * before. Set-up is left alone: what the engine would log of it belongs to no county, and every county would read it.
 */
class NamedAuthor extends CommandInterceptor {
    private static final Set<Class<?>> OF_INSTANCES = Set.of(
            ExecuteJobsCmd.class,
            StartProcessInstanceCmd.class,
            MessageEventReceivedCmd.class,
            SetJobDuedateCmd.class,
            AbstractMigrationCmd.class,
            AbstractSetVariableCmd.class,
            AbstractSetTaskPropertyCmd.class,
            AbstractAddIdentityLinkCmd.class,
            DeleteIdentityLinkCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        IdentityService identity = Context.getProcessEngineConfiguration().getIdentityService();
        if (identity.getCurrentAuthentication() != null
                || OF_INSTANCES.stream().noneMatch(type -> type.isInstance(command))) {
            return next.execute(command);
        }
        CommandContext context = Context.getCommandContext();
        boolean rights = context.isAuthorizationCheckEnabled();
        boolean counties = context.isTenantCheckEnabled();
        identity.setAuthentication(author(command), List.of(), List.of());
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

    private static String author(Command<?> command) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean ofPerson = !(command instanceof ExecuteJobsCmd)
                && signedIn != null
                && !(signedIn instanceof AnonymousAuthenticationToken);
        return ofPerson && signedIn != null ? signedIn.getName() : Actor.SYSTEM.personId();
    }
}
