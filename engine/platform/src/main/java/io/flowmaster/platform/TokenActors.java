package io.flowmaster.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who acts with a token, for connections that outlive a request. */
public interface TokenActors {

  /**
   * Verifies an access token, as each request does.
   *
   * @param tenant which of the token's tenants; null when it has only one
   * @throws Problem when the token is refused, or the tenant is none of its own
   */
  Bearer verify(String token, @Nullable String tenant);

  /**
   * Who made the current request, and until when.
   *
   * @throws IllegalStateException outside a request
   */
  Bearer current();

  /**
   * An actor with an end.
   *
   * @param expiresAt when the token is not good any more
   */
  record Bearer(Actor actor, Instant expiresAt) {}
}
