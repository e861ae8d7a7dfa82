package io.flowmaster.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** An OpenID Connect provider that believes whatever a test says of a person. */
public class OtherProvider
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  public static final String NAME = "Acme <SSO>";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Login> LOGINS = new ConcurrentHashMap<>();
  private static final RSAKey KEY = key();
  private static HttpServer server;

  private record Login(Map<String, Object> claims, String challenge, RSAKey key) {}

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "flowmaster.identity.provider.issuer=" + issuer(),
            "flowmaster.identity.provider.name=" + NAME,
            "flowmaster.identity.provider.client-id=flowmaster",
            "flowmaster.identity.provider.client-secret=shared",
            "flowmaster.identity.provider.tenant=demo",
            "flowmaster.identity.provider.roles=employee")
        .applyTo(context);
  }

  public static synchronized String issuer() {
    try {
      if (server == null) {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", e -> send(e, 200, discovery()));
        server.createContext(
            "/jwks", e -> send(e, 200, new JWKSet(KEY.toPublicJWK()).toJSONObject()));
        server.createContext("/token", OtherProvider::token);
        server.start();
      }
      return "http://localhost:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the person in.
   *
   * @param authorization the address to which the platform has sent the browser
   * @return path and query to which the browser is sent back
   */
  public static String enter(String authorization, Map<String, Object> person) {
    return enter(authorization, person, KEY);
  }

  /** As {@link #enter}, but signs with a key that nobody knows. */
  public static String forge(String authorization, Map<String, Object> person) {
    return enter(authorization, person, key());
  }

  private static String enter(String authorization, Map<String, Object> person, RSAKey key) {
    var asked = UriComponentsBuilder.fromUri(URI.create(authorization)).build().getQueryParams();
    Map<String, Object> claims = new ConcurrentHashMap<>(person);
    claims.putIfAbsent("nonce", asked.getFirst("nonce"));
    String code = UUID.randomUUID().toString();
    LOGINS.put(code, new Login(claims, asked.getFirst("code_challenge"), key));
    return "/login/external/callback?code=" + code + "&state=" + asked.getFirst("state");
  }

  private static Map<String, Object> discovery() {
    String issuer = issuer();
    return Map.of(
        "issuer",
        issuer,
        "authorization_endpoint",
        issuer + "/authorize",
        "token_endpoint",
        issuer + "/token",
        "jwks_uri",
        issuer + "/jwks",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private static void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var sent = UriComponentsBuilder.fromUriString("?" + form).build().getQueryParams();
    Login login = LOGINS.remove(sent.getFirst("code"));
    String client = exchange.getRequestHeaders().getFirst("Authorization");
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("flowmaster:shared".getBytes(StandardCharsets.UTF_8));
    if (login == null
        || !basic.equals(client)
        || !login.challenge().equals(challenge(sent.getFirst("code_verifier")))) {
      send(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    send(
        exchange,
        200,
        Map.of(
            "access_token",
            "a",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            idToken(login)));
  }

  private static String idToken(Login login) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("flowmaster")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)));
    login.claims().forEach(claims::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(login.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
