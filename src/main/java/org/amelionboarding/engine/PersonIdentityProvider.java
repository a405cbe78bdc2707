package org.amelionboarding.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The engine's view of people: whoever has signed in with us, and nobody else. So no list of users can be asked for, the
 * webapps' own sign-in finds no password, and their set-up page finds no place to write a first administrator
 * (CVE-2026-77226).
 */
class PersonIdentityProvider implements ReadOnlyIdentityProvider {

    @Override
    public User findUserById(String userId) {
        return person().filter(person -> person.getName().equals(userId))
                .map(PersonIdentityProvider::user)
                .orElse(null);
    }

    private static User user(Authentication person) {
        UserEntity user = new UserEntity(person.getName());
        // The webapps show first and last name: a student's real one stays in the dossier.
        user.setFirstName(person.getName());
        user.setLastName("");
        return user;
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String groupId) {
        return groups().stream()
                .filter(group -> group.getId().equals(groupId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new OwnQueries.Users(person().map(PersonIdentityProvider::user));
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new OwnQueries.Groups(person().map(Authentication::getName), groups());
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new OwnQueries.Tenants();
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return createUserQuery();
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return createGroupQuery();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return createTenantQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new UnsupportedOperationException("People are not in the engine's tables");
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return null;
    }

    private static Optional<Authentication> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
    }

    private static List<Group> groups() {
        return person().map(SignedInPerson::groups).orElse(List.of()).stream()
                .map(PersonIdentityProvider::group)
                .toList();
    }

    private static Group group(String id) {
        GroupEntity group = new GroupEntity(id);
        group.setName(id);
        group.setType("WORKFLOW");
        return group;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
