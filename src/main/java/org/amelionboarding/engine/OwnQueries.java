package org.amelionboarding.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Identity queries answered from the signed-in person alone. */
final class OwnQueries {

    private OwnQueries() {}

    static class Users extends UserQueryImpl {

        private final Optional<User> self;

        Users(Optional<User> self) {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
            this.self = self;
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            return self.filter(user -> getId() == null || getId().equals(user.getId())).stream()
                    .toList();
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }

    static class Groups extends GroupQueryImpl {

        private final Optional<String> self;
        private final List<Group> groups;

        Groups(Optional<String> self, List<Group> groups) {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
            this.self = self;
            this.groups = groups;
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            boolean ofAnother =
                    getUserId() != null && !self.filter(getUserId()::equals).isPresent();
            return ofAnother
                    ? List.of()
                    : groups.stream()
                            .filter(group -> getId() == null || getId().equals(group.getId()))
                            .toList();
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }

    /** There are no tenants. */
    static class Tenants extends TenantQueryImpl {

        Tenants() {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return List.of();
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }
    }
}
