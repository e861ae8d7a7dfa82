package io.flowmaster.identity.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.ActorTokens;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * Tokens for calls that the platform makes for somebody, signed with its own key. One that is made
 * here belongs to no session, so it ends only with its time, which is short.
 */
@Component
class SignedActorTokens implements ActorTokens {
  private static final Duration LASTS = Duration.ofMinutes(2);
  private final CurrentActor current;
  private final JwtEncoder encoder;
  private final IdentityProperties properties;
  private final Clock clock;

  SignedActorTokens(
      CurrentActor current, JwtEncoder encoder, IdentityProperties properties, Clock clock) {
    this.current = current;
    this.encoder = encoder;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String current() {
    return presented().orElseGet(() -> issue(current.get()));
  }

  /** An API key cannot be handed on: only its hash is known after it was looked up. */
  private static Optional<String> presented() {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    return now != null && now.getCredentials() instanceof Jwt jwt
        ? Optional.of(jwt)
            .filter(token -> !token.getTokenValue().startsWith(JdbcApiKeys.PREFIX))
            .filter(
                token ->
                    token.getAudience() != null
                        && token.getAudience().contains(IdentityProperties.AUDIENCE))
            .map(Jwt::getTokenValue)
        : Optional.empty();
  }

  private String issue(Actor actor) {
    if (actor.kind() == Actor.Kind.SYSTEM) {
      throw new IllegalStateException("the platform itself has no rights to hand on");
    }
    Instant now = clock.instant();
    String tenant = actor.tenant().value();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(properties.issuer())
            .audience(List.of(IdentityProperties.AUDIENCE))
            .subject(actor.id().value())
            .id(Ids.next())
            .issuedAt(now)
            .expiresAt(now.plus(LASTS))
            .claim(Claims.USERNAME, actor.id().value())
            .claim(Claims.NAME, actor.name())
            .claim(Claims.KIND, actor.kind().name().toLowerCase(Locale.ROOT))
            .claim(
                Claims.MEMBERSHIPS,
                Map.of(tenant, AccountClaims.membership(actor.roles(), actor.groups())))
            .claim(Claims.ROLES, actor.roles().stream().sorted().toList())
            .claim(Claims.TENANTS, List.of(tenant));
    if (actor.onBehalfOf() != null) {
      claims.claim(Claims.ON_BEHALF_OF, actor.onBehalfOf().value());
    }
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }
}
