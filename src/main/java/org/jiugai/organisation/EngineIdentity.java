package org.jiugai.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/**
 * People, offices and counties as the engine's users, groups and tenants, read from our own tables at every question. The engine cannot
 * write here: its set-up page, which would create an administrator without a sign-in (CVE-2026-77226), finds nothing to create.
 */
final class EngineIdentity implements ReadOnlyIdentityProvider {
    private final EnginePeople people;
    private final Accounts accounts;

    EngineIdentity(EnginePeople people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return people.user(userId);
    }

    @Override
    public UserQuery createUserQuery() {
        return new People(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new People(executor());
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new UnsupportedOperationException("people are not in the engine's tables");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return accounts.matches(userId, password);
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return people.groups(Set.of(groupId)).stream().findFirst().orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Offices(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Offices(executor());
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return people.tenants().stream()
                .filter(t -> t.getId().equals(tenantId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new Counties(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new Counties(executor());
    }

    @Override
    public void flush() {
        // nothing is written
    }

    @Override
    public void close() {
        // nothing is held
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static <T> List<T> page(List<T> all, @Nullable Page page) {
        return page == null
                ? all
                : all.stream()
                        .skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    private static boolean is(@Nullable String wanted, @Nullable String has) {
        return wanted == null || wanted.equals(has);
    }

    /** A pattern of SQL's LIKE. */
    private static boolean like(@Nullable String pattern, @Nullable String has) {
        if (pattern == null) return true;
        String text = Objects.requireNonNullElse(has, "");
        return text.matches("(?is)" + ("\\Q" + pattern.replace("\\E", "") + "\\E").replace("%", "\\E.*\\Q"));
    }

    private static boolean in(String @Nullable [] wanted, String has) {
        return wanted == null || Arrays.asList(wanted).contains(has);
    }

    private final class People extends UserQueryImpl {
        private static final long serialVersionUID = 1L;

        People(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return found(context).size();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            return page(found(context), page);
        }

        /** Whoever asks over the engine's API finds the people of his own counties only. */
        private List<User> found(CommandContext context) {
            // without this check the engine works by itself, or for code of ours
            String reader = context.isAuthorizationCheckEnabled() ? context.getAuthenticatedUserId() : null;
            Set<String> known = reader == null ? null : people.ofSameCounties(reader);
            Set<String> members = groupId == null ? null : people.members(groupId);
            Set<String> countyPeople = tenantId == null ? null : people.peopleOf(tenantId);
            return people.users().stream()
                    .filter(u -> is(id, u.getId()) && in(ids, u.getId()))
                    .filter(u -> is(firstName, u.getFirstName()) && like(firstNameLike, u.getFirstName()))
                    .filter(u -> is(lastName, u.getLastName()) && like(lastNameLike, u.getLastName()))
                    .filter(u -> is(email, u.getEmail()) && like(emailLike, u.getEmail()))
                    .filter(u -> known == null || known.contains(u.getId()))
                    .filter(u -> members == null || members.contains(u.getId()))
                    .filter(u -> countyPeople == null || countyPeople.contains(u.getId()))
                    .toList();
        }
    }

    private final class Offices extends GroupQueryImpl {
        private static final long serialVersionUID = 1L;

        Offices(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return found().size();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return page(found(), page);
        }

        private List<Group> found() {
            List<Group> all = userId == null ? people.groups(null) : people.groupsOf(userId);
            Set<String> serving = tenantId == null ? null : people.officesOf(tenantId);
            return all.stream()
                    .filter(g -> is(id, g.getId()) && in(ids, g.getId()))
                    .filter(g -> is(name, g.getName()) && like(nameLike, g.getName()))
                    .filter(g -> is(type, g.getType()))
                    .filter(g -> serving == null || serving.contains(g.getId()))
                    .toList();
        }
    }

    private final class Counties extends TenantQueryImpl {
        private static final long serialVersionUID = 1L;

        Counties(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return found().size();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return page(found(), page);
        }

        private List<Tenant> found() {
            Set<String> ofPerson = userId == null ? null : includingGroups ? people.countiesOf(userId) : Set.of();
            Set<String> ofOffice = groupId == null ? null : people.countiesOfOffice(groupId);
            return people.tenants().stream()
                    .filter(t -> is(id, t.getId()) && in(ids, t.getId()))
                    .filter(t -> is(name, t.getName()) && like(nameLike, t.getName()))
                    .filter(t -> ofPerson == null || ofPerson.contains(t.getId()))
                    .filter(t -> ofOffice == null || ofOffice.contains(t.getId()))
                    .toList();
        }
    }
}
