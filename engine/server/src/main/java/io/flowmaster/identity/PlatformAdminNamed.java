package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * A user became a platform administrator, or is none any more.
 *
 * @param tenant where the administrator worked who decided it
 */
public record PlatformAdminNamed(TenantId tenant, UserId user, boolean platformAdmin, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }

  @Override
  public Object before() {
    return Map.of("platformAdmin", !platformAdmin);
  }

  @Override
  public Object after() {
    return Map.of("platformAdmin", platformAdmin);
  }
}
