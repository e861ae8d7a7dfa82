package io.flowmaster.identity.internal;

import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * What may stand in an {@code Authorization: Bearer} header: a signed access token, or an API key,
 * which is turned into the claims that a token of its owner would have. All that follows need not
 * know which it was.
 */
class BearerTokens implements JwtDecoder {
  /** How far the clocks of two nodes may be apart. */
  static final Duration SKEW = Duration.ofSeconds(30);

  private final JwtDecoder signed;
  private final JdbcApiKeys apiKeys;

  BearerTokens(JwtDecoder signed, JdbcApiKeys apiKeys) {
    this.signed = signed;
    this.apiKeys = apiKeys;
  }

  @Override
  public Jwt decode(String token) {
    return token.startsWith(JdbcApiKeys.PREFIX) ? apiKeys.claims(token) : signed.decode(token);
  }
}
