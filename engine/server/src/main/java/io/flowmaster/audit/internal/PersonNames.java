package io.flowmaster.audit.internal;

import io.flowmaster.identity.UserNotFound;
import io.flowmaster.identity.Users;
import io.flowmaster.identity.Users.UserView;
import io.flowmaster.platform.PersonalData.Person;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which names a person is to be looked for. */
@Component
class PersonNames {
  private final Users users;

  PersonNames(Users users) {
    this.users = users;
  }

  /**
   * @param name null to take the account's; persons of another identity provider have none here
   */
  Person of(TenantId tenant, UserId id, @Nullable String name) {
    try {
      UserView user = users.get(id);
      return new Person(tenant, id, name == null ? user.name() : name, user.email());
    } catch (UserNotFound nobody) {
      return new Person(tenant, id, name, null);
    }
  }
}
