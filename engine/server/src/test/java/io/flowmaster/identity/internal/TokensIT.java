package io.flowmaster.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class TokensIT {
  private static final Map<String, ?> ADMIN_OF_DEMO =
      Map.of("demo", Map.of("roles", List.of("admin"), "groups", List.of()));
  private final Api api;
  private final JdbcSigningKeys keys;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final IdentityProperties properties;

  TokensIT(
      Api api,
      JdbcSigningKeys keys,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      IdentityProperties properties) {
    this.api = api;
    this.keys = keys;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.properties = properties;
  }

  @Test
  void aTokenOfOurKeyIssuerAndAudienceIsGood() throws Exception {
    get(sign(keys.signing(), claims())).expect(200);
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    Instant past = Instant.now().minusSeconds(120);
    get(sign(keys.signing(), claims().expirationTime(Date.from(past))))
        .expectProblem(401, "unauthorized");
  }

  @Test
  void aTokenOfAForeignIssuerIsRefused() throws Exception {
    get(sign(keys.signing(), claims().issuer("https://elsewhere.example")))
        .expectProblem(401, "unauthorized");
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    get(sign(keys.signing(), claims().audience("flowmaster-web")))
        .expectProblem(401, "unauthorized");
    get(sign(keys.signing(), claims().audience((String) null))).expectProblem(401, "unauthorized");
  }

  @Test
  void aTokenOfAForeignKeyIsRefused() throws Exception {
    RSAKey foreign = new RSAKeyGenerator(2048).keyID(keys.signing().getKeyID()).generate();
    get(sign(foreign, claims())).expectProblem(401, "unauthorized");
  }

  @Test
  void aTamperedOrUnsignedTokenIsRefused() throws Exception {
    String good = sign(keys.signing(), claims());
    String[] parts = good.split("\\.");
    String other = sign(keys.signing(), claims().subject("somebody"));
    get(parts[0] + "." + other.split("\\.")[1] + "." + parts[2]).expectProblem(401, "unauthorized");
    get(new com.nimbusds.jwt.PlainJWT(claims().build()).serialize())
        .expectProblem(401, "unauthorized");
    get("nonsense").expectProblem(401, "unauthorized");
    get("fmk_nonsense").expectProblem(401, "unauthorized");
  }

  @Test
  void aRotatedKeyIsGoodUntilItsLastTokenHasExpired() throws Exception {
    RSAKey old = keys.signing();
    String token =
        sign(old, claims().expirationTime(Date.from(Instant.now().plusSeconds(864_000))));
    keys.rotate();
    RSAKey fresh = keys.signing();
    assertThat(fresh.getKeyID()).isNotEqualTo(old.getKeyID());
    get(token).expect(200);
    get(sign(fresh, claims())).expect(200);

    after(Duration.ofHours(1)).rotateWhenDue();
    keys.rotateWhenDue();
    get(token).expectProblem(401, "unauthorized");
    assertThat(keys.signing().getKeyID()).isEqualTo(fresh.getKeyID());
  }

  /** Another node, whose clock is ahead. */
  private JdbcSigningKeys after(Duration time) {
    return new JdbcSigningKeys(
        jdbc, transaction, properties, Clock.offset(Clock.systemUTC(), time));
  }

  private io.flowmaster.testing.Answer get(String token) {
    return api.withToken(token).get("/audit?limit=1");
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("ana")
        .issuer("http://localhost:9000")
        .audience("flowmaster")
        .expirationTime(Date.from(Instant.now().plusSeconds(864_000)))
        .claim("memberships", ADMIN_OF_DEMO);
  }

  private static String sign(RSAKey key, JWTClaimsSet.Builder claims) throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }
}
