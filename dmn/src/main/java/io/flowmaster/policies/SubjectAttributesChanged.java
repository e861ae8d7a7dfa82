package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.Map;

/** What policies can ask for about somebody was changed. */
public record SubjectAttributesChanged(
    TenantId tenant, UserId user, Map<String, Object> was, Map<String, Object> is, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + user;
  }

  @Override
  public Object before() {
    return was;
  }

  @Override
  public Object after() {
    return is;
  }
}
