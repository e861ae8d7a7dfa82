package io.flowmaster.platform.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.TokenActors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Verifies with the decoder of the security chain. */
@Component
class DecodedTokenActors implements TokenActors {
  private final ObjectProvider<JwtDecoder> decoder;

  DecodedTokenActors(ObjectProvider<JwtDecoder> decoder) {
    this.decoder = decoder;
  }

  @Override
  public Bearer verify(String token, @Nullable String tenant) {
    Jwt jwt;
    try {
      jwt = decoder.getObject().decode(token);
    } catch (JwtException e) {
      throw new TokenRefused();
    }
    return new Bearer(ActorFilter.actor(jwt, tenant), expiry(jwt));
  }

  @Override
  public Bearer current() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication now
        && now.getCredentials() instanceof Jwt jwt) {
      return new Bearer(now.actor(), expiry(jwt));
    }
    throw new IllegalStateException("no token outside a request");
  }

  private static Instant expiry(Jwt jwt) {
    return jwt.getExpiresAt() == null ? Instant.MAX : jwt.getExpiresAt();
  }

  /** It is none of ours, was changed, or is over. */
  static final class TokenRefused extends Problem {
    TokenRefused() {
      super(ProblemKind.UNAUTHENTICATED, "unauthorized", "The token is refused. Log in again.");
    }
  }
}
