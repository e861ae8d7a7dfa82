package io.flowmaster.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.Roles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * The platform's REST surface as a caller sees it: {@code api.as("ana", "employee").get("/tasks")}.
 * Callers are minted with a token of the platform's own key; they need not exist as users.
 */
@Component
@Lazy
public class Api {
  private final int port;
  private final JwtEncoder tokens;
  private final ObjectMapper json;

  Api(@LocalServerPort int port, JwtEncoder tokens, ObjectMapper json) {
    this.port = port;
    this.tokens = tokens;
    this.json = json;
  }

  /**
   * A person of tenant {@code demo} in group {@code staff}; {@code employee} when no role is given.
   */
  public Caller as(String user, String... roles) {
    return in("demo", user, List.of("staff"), roles);
  }

  /** The administrator of tenant {@code demo}, with every role. */
  public Caller admin() {
    return in("demo", "admin", List.of(), Roles.ALL.toArray(String[]::new));
  }

  /** The administrator of tenant {@code other}, with every role. */
  public Caller otherAdmin() {
    return in("other", "other-admin", List.of(), Roles.ALL.toArray(String[]::new));
  }

  public Caller in(String tenant, String user, List<String> groups, String... roles) {
    List<String> own = roles.length == 0 ? List.of(Roles.EMPLOYEE) : Arrays.asList(roles);
    return withToken(token(user, Map.of(tenant, Map.of("roles", own, "groups", groups))));
  }

  /** A caller with the given token, which may be a bad one. */
  public Caller withToken(String token) {
    return new Caller(url(), json, Map.of("Authorization", "Bearer " + token));
  }

  /** A caller without a token. */
  public Caller anonymous() {
    return new Caller(url(), json, Map.of());
  }

  public String url() {
    return "http://localhost:" + port;
  }

  /**
   * A signed access token with the given memberships; it outlasts whatever a test does to the
   * clock.
   */
  public String token(String user, Map<String, ?> memberships) {
    Instant now = Instant.now();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .subject(user)
            .issuer("http://localhost:9000")
            .audience(List.of("flowmaster"))
            .issuedAt(now)
            .expiresAt(now.plus(Duration.ofDays(3650)))
            .claim(Claims.USERNAME, user)
            .claim(Claims.NAME, user)
            .claim(Claims.MEMBERSHIPS, memberships)
            .build();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
    return tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
