package io.flowmaster.platform.internal;

import io.flowmaster.platform.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated caller, settled on one tenant. */
final class ActorAuthentication extends AbstractAuthenticationToken {
  private final transient Actor actor;
  private final transient Object credentials;

  ActorAuthentication(Actor actor, Object credentials) {
    super(actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
    this.actor = actor;
    this.credentials = credentials;
    setAuthenticated(true);
  }

  static ActorAuthentication internal(Actor actor) {
    return new ActorAuthentication(actor, List.of());
  }

  Actor actor() {
    return actor;
  }

  @Override
  public Object getCredentials() {
    return credentials;
  }

  @Override
  public Object getPrincipal() {
    return actor;
  }

  @Override
  public String getName() {
    return actor.id().value();
  }
}
