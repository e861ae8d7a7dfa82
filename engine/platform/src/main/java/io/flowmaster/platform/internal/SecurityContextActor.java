package io.flowmaster.platform.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The current actor from Spring Security's context. */
@Component
class SecurityContextActor implements CurrentActor {

  @Override
  public Actor get() {
    return find().orElseThrow(() -> new IllegalStateException("no actor outside a request"));
  }

  @Override
  public Optional<Actor> find() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof ActorAuthentication authentication
        ? Optional.of(authentication.actor())
        : Optional.empty();
  }

  @Override
  public <T> T as(Actor actor, Supplier<T> work) {
    SecurityContext former = SecurityContextHolder.getContext();
    SecurityContext own = SecurityContextHolder.createEmptyContext();
    own.setAuthentication(ActorAuthentication.internal(actor));
    SecurityContextHolder.setContext(own);
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(former);
    }
  }
}
