package io.flowmaster.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.flowmaster.platform.Roles;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Tokens of an administrator that must open nothing, by what is wrong with them. */
public final class BadTokens {
  private static final Map<String, ?> ADMIN =
      Map.of("demo", Map.of("roles", List.copyOf(Roles.ALL), "groups", List.of()));
  private final Api api;
  private final JwtEncoder tokens;

  public BadTokens(Api api, JwtEncoder tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  public Map<String, String> all() throws JOSEException, ParseException {
    Map<String, String> bad = new LinkedHashMap<>();
    Instant now = Instant.now();
    bad.put(
        "expired", ours(c -> c.issuedAt(now.minusSeconds(900)).expiresAt(now.minusSeconds(300))));
    bad.put("not yet valid", ours(c -> c.notBefore(now.plusSeconds(600))));
    bad.put("wrong audience", ours(c -> c.audience(List.of("somebody-else"))));
    bad.put("foreign issuer", ours(c -> c.issuer("https://elsewhere.example")));
    String[] good = ours(c -> {}).split("\\.");
    String[] other = ours(c -> c.subject("somebody")).split("\\.");
    bad.put("tampered payload", good[0] + "." + other[1] + "." + good[2]);
    bad.put("tampered signature", good[0] + "." + good[1] + "." + other[2]);
    bad.put("no signature", good[0] + "." + good[1] + ".");
    bad.put("alg none", new PlainJWT(claims()).serialize());
    RSAKey published = published();
    bad.put("HS256 with the public key", hmac(published));
    RSAKey foreign = new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate();
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(foreign.getKeyID()).build(), claims());
    signed.sign(new RSASSASigner(foreign));
    bad.put("foreign key", signed.serialize());
    bad.put("nonsense", "nonsense");
    return bad;
  }

  private String ours(Consumer<JwtClaimsSet.Builder> fault) {
    Instant now = Instant.now();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .subject("admin")
            .issuer("http://localhost:9000")
            .audience(List.of("flowmaster"))
            .issuedAt(now)
            .expiresAt(now.plus(Duration.ofDays(3650)))
            .claim("memberships", ADMIN);
    fault.accept(claims);
    return tokens
        .encode(
            JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
        .getTokenValue();
  }

  /** A decoder that took the header's word would check it with what everybody knows. */
  private static String hmac(RSAKey published) throws JOSEException {
    byte[] known = published.toRSAPublicKey().getEncoded();
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(published.getKeyID()).build(),
            claims());
    forged.sign(new MACSigner(known));
    return forged.serialize();
  }

  private RSAKey published() throws ParseException {
    JsonNode keys = api.anonymous().get("/oauth2/jwks").expect(200).json().path("keys");
    return RSAKey.parse(keys.get(0).toString());
  }

  private static JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .subject("admin")
        .issuer("http://localhost:9000")
        .audience("flowmaster")
        .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(3650))))
        .claim("memberships", ADMIN)
        .build();
  }
}
