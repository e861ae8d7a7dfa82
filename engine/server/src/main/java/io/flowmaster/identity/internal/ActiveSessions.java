package io.flowmaster.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.Claims;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Refuses a token whose session has ended, or whose holder's rights have changed since. The answer
 * of the database is kept for {@code flowmaster.identity.session-cache}: that long another node may
 * go on accepting such a token; the node that ended the session does not.
 */
@Component
class ActiveSessions implements OAuth2TokenValidator<Jwt> {
  /** Which rights of the session's holder the token was made from. */
  static final String VERSION_CLAIM = "sver";

  private static final OAuth2TokenValidatorResult OVER =
      OAuth2TokenValidatorResult.failure(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "the session is over", null));
  private static final long MOST = 100_000;
  private final Cache<String, Integer> versions;
  private final JdbcSessions sessions;

  ActiveSessions(JdbcSessions sessions, IdentityProperties properties) {
    this.sessions = sessions;
    this.versions =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(properties.sessionCache()).build();
    sessions.onChange(versions::invalidateAll);
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    String session = token.getClaimAsString(Claims.SESSION);
    if (session == null) {
      return OAuth2TokenValidatorResult.success();
    }
    int version = versions.get(session, sessions::version);
    Object claimed = token.getClaim(VERSION_CLAIM);
    boolean current = claimed instanceof Number number && number.intValue() == version;
    return current ? OAuth2TokenValidatorResult.success() : OVER;
  }
}
