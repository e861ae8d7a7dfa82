package io.flowmaster.tasks.internal;

import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.UnknownAssignee;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees to it that whom a caller names exists. (The engine's own surfaces and models may name
 * anybody: the engine does not know the users.)
 */
@Component
class TaskPeople {
  private final UserDirectory directory;
  private final CurrentActor current;

  TaskPeople(UserDirectory directory, CurrentActor current) {
    this.directory = directory;
    this.current = current;
  }

  /**
   * @throws UnknownAssignee when one of them is not in the current tenant
   */
  void require(
      @Nullable String assignee, @Nullable List<String> groups, @Nullable List<String> users) {
    List<FieldError> errors = new ArrayList<>();
    if (assignee != null && !isUser(assignee)) {
      errors.add(unknownUser("/assignee", assignee));
    }
    for (int i = 0; groups != null && i < groups.size(); i++) {
      if (!isGroup(groups.get(i))) {
        errors.add(
            new FieldError(
                "/candidateGroups/" + i,
                "There is no group " + groups.get(i) + " in this tenant."));
      }
    }
    for (int i = 0; users != null && i < users.size(); i++) {
      if (!isUser(users.get(i))) {
        errors.add(unknownUser("/candidateUsers/" + i, users.get(i)));
      }
    }
    if (!errors.isEmpty()) {
      throw new UnknownAssignee(errors);
    }
  }

  void requireUser(String pointer, String user) {
    if (!isUser(user)) {
      throw new UnknownAssignee(List.of(unknownUser(pointer, user)));
    }
  }

  /** The current user need not be in the directory: a token of a trusted issuer is enough. */
  boolean isUser(String user) {
    if (user.equals(current.get().id().value())) {
      return true;
    }
    try {
      return directory.find(tenant(), new UserId(user)).isPresent();
    } catch (InvalidValue notAnId) {
      return false;
    }
  }

  boolean isGroup(String group) {
    return directory.groupExists(tenant(), group);
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private static FieldError unknownUser(String pointer, String user) {
    return new FieldError(pointer, "There is no active user " + user + " in this tenant.");
  }
}
