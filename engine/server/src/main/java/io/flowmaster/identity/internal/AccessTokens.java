package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.internal.JdbcSessions.Session;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes access tokens of a session. */
@Component
class AccessTokens {
  private final JwtEncoder encoder;
  private final IdentityProperties properties;
  private final Clock clock;

  AccessTokens(JwtEncoder encoder, IdentityProperties properties, Clock clock) {
    this.encoder = encoder;
    this.properties = properties;
    this.clock = clock;
  }

  String issue(Session session, Account account) {
    Instant now = clock.instant();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(properties.issuer())
            .audience(List.of(IdentityProperties.AUDIENCE))
            .subject(account.id().value())
            .id(Ids.next())
            .issuedAt(now)
            .expiresAt(now.plus(properties.accessTokenTtl()))
            .claim(Claims.SESSION, session.id())
            .claim(ActiveSessions.VERSION_CLAIM, session.version());
    AccountClaims.write(account, claims::claim);
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }
}
