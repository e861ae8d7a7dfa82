package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@PlatformTest
class AuthorizationServerIT {
  private static final String VERIFIER =
      "a-verifier-of-at-least-forty-three-characters-for-the-test";
  private static final String REDIRECT = "http://localhost:9000/callback";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private final Api api;
  private final Browser browser;

  AuthorizationServerIT(Api api) {
    this.api = api;
    this.browser = new Browser(api.url());
  }

  @Test
  void discoveryNamesWhatThereIs() {
    Answer found = browser.get("/.well-known/openid-configuration").expect(200);
    assertThat(found.at("/issuer")).isEqualTo("http://localhost:9000");
    assertThat(found.at("/authorization_endpoint"))
        .isEqualTo("http://localhost:9000/oauth2/authorize");
    assertThat(found.json().at("/code_challenge_methods_supported/0").asText()).isEqualTo("S256");
    Answer keys = browser.get("/oauth2/jwks").expect(200);
    assertThat(keys.at("/keys/0/kty")).isEqualTo("RSA");
    assertThat(keys.text()).doesNotContain("\"d\"", "\"p\"");
  }

  @Test
  void aBrowserLogsInWithACodeAndPkce() throws Exception {
    Answer tokens = redeem(code("designer")).expect(200);
    api.withToken(tokens.at("/access_token")).get("/auth/validate").expect(200);
    api.withToken(tokens.at("/access_token")).get("/audit").expectProblem(403, "forbidden");

    var id = SignedJWT.parse(tokens.at("/id_token")).getJWTClaimsSet();
    var access = SignedJWT.parse(tokens.at("/access_token")).getJWTClaimsSet();
    assertThat(id.getAudience()).containsExactly("flowmaster-web");
    assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");
    assertThat(id.getStringClaim("preferred_username")).isEqualTo("designer");
    assertThat(id.getStringClaim("sid")).isEqualTo(access.getStringClaim("sid"));
    assertThat(access.getAudience()).containsExactly("flowmaster");
    assertThat(access.getJSONObjectClaim("memberships")).containsOnlyKeys("demo");
    api.withToken(tokens.at("/id_token")).get("/auth/validate").expectProblem(401, "unauthorized");

    Answer info = api.withToken(tokens.at("/access_token")).get("/userinfo").expect(200);
    assertThat(info.at("/sub")).isEqualTo("designer");
    assertThat(info.at("/email")).isEqualTo("designer@demo.example");
  }

  @Test
  void theSecondAuthorizationNeedsNoSecondLogin() throws Exception {
    redeem(code("employee")).expect(200);
    Answer again = browser.get(authorize(challenge())).expect(302);
    assertThat(again.header("Location")).startsWith(REDIRECT + "?code=");
  }

  @Test
  void theLoginPageSaysThatDemoAccountsAreInUseAndWhatWentWrong() {
    assertThat(browser.get("/login").expect(200).text()).contains("Demo accounts are in use");
    Answer wrong =
        browser.login("/login?a=b", Map.of("username", "employee", "password", "nope")).expect(302);
    assertThat(wrong.header("Location")).endsWith("/login?a=b&login_error=refused");
    assertThat(browser.get(wrong.header("Location")).text()).contains("username or the password");
    assertThat(browser.get("/login?x=%22%3E%3Cscript%3E").text()).doesNotContain("<script>");
    browser.post("/login", Map.of("username", "employee", "password", "flowmaster")).expect(403);
  }

  @Test
  void aCodeIsGoodOnceAndASecondUseEndsTheSession() throws Exception {
    String code = code("employee");
    Answer tokens = redeem(code).expect(200);
    assertThat(redeem(code).expect(400).at("/error")).isEqualTo("invalid_grant");
    api.withToken(tokens.at("/access_token"))
        .get("/auth/validate")
        .expectProblem(401, "unauthorized");
  }

  @Test
  void aWrongVerifierNoChallengeOrAForeignRedirectIsRefused() throws Exception {
    String code = code("employee");
    assertThat(
            redeem(code, "another-verifier-of-at-least-forty-three-characters")
                .expect(400)
                .at("/error"))
        .isEqualTo("invalid_grant");
    Answer none = browser.get(authorize(null)).expect(302);
    assertThat(none.header("Location")).contains("error=invalid_request");
    browser.get(authorize(challenge()).replace("callback", "elsewhere")).expect(400);
    browser
        .get(authorize(challenge()).replace("client_id=flowmaster-web", "client_id=nobody%00"))
        .expect(400);
  }

  @Test
  void aRefreshTokenOfTheCodeFlowRotatesAndItsReuseEndsTheSession() throws Exception {
    Answer first = redeem(code("manager")).expect(200);
    Answer second = refresh(first).expect(200);
    assertThat(second.at("/refresh_token")).isNotEqualTo(first.at("/refresh_token"));
    assertThat(second.at("/id_token")).isNotEmpty();
    api.withToken(second.at("/access_token")).get("/auth/validate").expect(200);

    assertThat(refresh(first).expect(400).at("/error")).isEqualTo("invalid_grant");
    assertThat(refresh(second).expect(400).at("/error")).isEqualTo("invalid_grant");
    api.withToken(second.at("/access_token"))
        .get("/auth/validate")
        .expectProblem(401, "unauthorized");
  }

  @Test
  void aLoginByPasswordAndTheCodeFlowShareTheirSessions() {
    Answer login =
        api.anonymous()
            .post("/auth/login", Map.of("username", "manager", "password", "flowmaster"))
            .expect(200);
    Answer next =
        browser
            .post(
                "/oauth2/token",
                Map.of(
                    "grant_type", "refresh_token",
                    "client_id", "flowmaster-web",
                    "refresh_token", login.at("/refreshToken")))
            .expect(200);
    api.withToken(next.at("/access_token")).get("/auth/validate").expect(200);
    api.anonymous()
        .post("/auth/refresh", Map.of("refreshToken", login.at("/refreshToken")))
        .expectProblem(401, "session-over");
  }

  @Test
  void aRevokedTokenEndsTheSession() throws Exception {
    Answer tokens = redeem(code("manager")).expect(200);
    browser
        .post(
            "/oauth2/revoke",
            Map.of("client_id", "flowmaster-web", "token", tokens.at("/refresh_token")))
        .expect(200);
    api.withToken(tokens.at("/access_token"))
        .get("/auth/validate")
        .expectProblem(401, "unauthorized");
    refresh(tokens).expect(400);
  }

  @Test
  void aMachineGetsATokenForItsSecret() throws Exception {
    Answer tokens = machine("demo-worker", "flowmaster").expect(200);
    var claims = SignedJWT.parse(tokens.at("/access_token")).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("demo-worker");
    assertThat(claims.getStringClaim("actor_kind")).isEqualTo("worker");
    assertThat(claims.getStringListClaim("roles")).containsExactly("worker");
    Answer valid = api.withToken(tokens.at("/access_token")).get("/auth/validate").expect(200);
    assertThat(valid.json().at("/tenants").toString()).isEqualTo("[\"demo\"]");
    api.withToken(tokens.at("/access_token")).get("/engine-rest/version").expect(200);

    machine("demo-worker", "wrong").expect(401);
    machine("nobody", "flowmaster").expect(401);
  }

  @Test
  void aMachineMayAskWhetherATokenIsGood() {
    String token = machine("demo-worker", "flowmaster").expect(200).at("/access_token");
    assertThat(introspect(token).json().at("/active").asBoolean()).isTrue();
    assertThat(introspect(token).at("/sub")).isEqualTo("demo-worker");
    assertThat(introspect("nonsense").json().at("/active").asBoolean()).isFalse();
    assertThat(
            browser
                .post("/oauth2/introspect", Map.of("client_id", "flowmaster-web", "token", token))
                .status())
        .isBetween(400, 401);
    browser
        .postAs("demo-worker", "flowmaster", "/oauth2/revoke", Map.of("token", token))
        .expect(200);
    assertThat(introspect(token).json().at("/active").asBoolean()).isFalse();
    api.withToken(token).get("/auth/validate").expectProblem(401, "unauthorized");
  }

  @Test
  void logoutAtTheServerEndsTheSession() throws Exception {
    Answer tokens = redeem(code("manager")).expect(200);
    Answer out =
        browser
            .get(
                "/connect/logout?id_token_hint="
                    + tokens.at("/id_token")
                    + "&post_logout_redirect_uri="
                    + encoded("http://localhost:9000/"))
            .expect(302);
    assertThat(out.header("Location")).isEqualTo("http://localhost:9000/");
    api.withToken(tokens.at("/access_token"))
        .get("/auth/validate")
        .expectProblem(401, "unauthorized");
    assertThat(browser.get(authorize(challenge())).expect(302).header("Location"))
        .contains("/login");
  }

  private Answer introspect(String token) {
    return browser
        .postAs("demo-worker", "flowmaster", "/oauth2/introspect", Map.of("token", token))
        .expect(200);
  }

  private Answer machine(String client, String secret) {
    return new Browser(api.url())
        .postAs(client, secret, "/oauth2/token", Map.of("grant_type", "client_credentials"));
  }

  private Answer refresh(Answer former) {
    return browser.post(
        "/oauth2/token",
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "flowmaster-web",
            "refresh_token", former.at("/refresh_token")));
  }

  private String code(String user) throws Exception {
    Answer toLogin = browser.get(authorize(challenge()));
    String location = toLogin.expect(302).header("Location");
    if (location.contains("/login")) {
      Answer back =
          browser.login(location, Map.of("username", user, "password", "flowmaster")).expect(302);
      location = browser.get(back.header("Location")).expect(302).header("Location");
    }
    assertThat(location).startsWith(REDIRECT + "?").contains("state=s-1");
    Matcher code = CODE.matcher(location);
    assertThat(code.find()).as(location).isTrue();
    return code.group(1);
  }

  private Answer redeem(String code) {
    return redeem(code, VERIFIER);
  }

  private Answer redeem(String code, String verifier) {
    return browser.post(
        "/oauth2/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "flowmaster-web",
            "code",
            java.net.URLDecoder.decode(code, StandardCharsets.UTF_8),
            "redirect_uri",
            REDIRECT,
            "code_verifier",
            verifier));
  }

  private static String authorize(String challenge) {
    return "/oauth2/authorize?response_type=code&client_id=flowmaster-web&state=s-1&nonce=n-1&scope="
        + encoded("openid profile email")
        + "&redirect_uri="
        + encoded(REDIRECT)
        + (challenge == null ? "" : "&code_challenge_method=S256&code_challenge=" + challenge);
  }

  private static String challenge() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
