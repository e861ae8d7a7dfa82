package io.flowmaster.identity;

import io.flowmaster.identity.Users.UserView;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user is in the tenant was changed; the values are those from now on, and {@code before} is
 * null when it became a member. Of the address it says only whether it changed.
 */
public record UserChanged(
    TenantId tenant,
    UserId user,
    String name,
    Set<String> roles,
    boolean enabled,
    boolean emailChanged,
    @Nullable Membership before,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }

  /** What a user is in a tenant. */
  public record Membership(String name, Set<String> roles, boolean enabled) {
    /** As it is now. */
    public static Membership of(UserView user) {
      return new Membership(user.name(), user.roles(), user.enabled());
    }
  }

  @Override
  public Object after() {
    return new Membership(name, roles, enabled);
  }
}
