package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.OtherProvider;
import io.flowmaster.testing.PlatformTest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Logging in with another identity provider, in a browser. */
@PlatformTest
class ExternalLoginIT {
  private static final Pattern BUTTON = Pattern.compile("class=\"external\" href=\"([^\"]+)\"");
  private static final String AUTHORIZE =
      "/oauth2/authorize?response_type=code&client_id=flowmaster-web&scope=openid%20profile"
          + "&redirect_uri=http://localhost:9000/callback&state=s1&nonce=n1&code_challenge_method=S256"
          + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private final Api api;
  private final Browser browser;

  ExternalLoginIT(Api api) {
    this.api = api;
    this.browser = new Browser(api.url());
  }

  @Test
  void theLoginPageOffersTheOtherProvider() {
    String page = browser.get("/login?client_id=x&login_error=refused").expect(200).text();
    assertThat(page)
        .contains("Log in with Acme &lt;SSO&gt;")
        .contains("href=\"/login/external?client_id=x\"");
    Answer begun = browser.get("/login/external").expect(302);
    assertThat(begun.header("Location"))
        .startsWith(OtherProvider.issuer() + "/authorize?")
        .contains("code_challenge_method=S256", "nonce=", "state=", "client_id=flowmaster")
        .contains("redirect_uri=http://localhost:9000/login/external/callback");
  }

  @Test
  void whoIsNewGetsAnAccountAndComesBackToTheSameOne() {
    String subject = Names.unique("subject");
    String wish = Names.unique("Ana.Example");
    Answer tokens =
        tokens(Map.of("sub", subject, "preferred_username", wish, "name", "Ana Example"));
    Answer me = api.withToken(tokens.at("/access_token")).get("/auth/me").expect(200);
    assertThat(me.text()).contains(wish.toLowerCase(Locale.ROOT), "Ana Example", "employee");
    String id = wish.toLowerCase(Locale.ROOT);
    String log = api.admin().get("/audit?subject=user/" + id).expect(200).text();
    assertThat(log).contains("UserCreated", "ExternalLoginLinked", "LoggedIn", subject);

    Answer again =
        new ExternalLoginIT(api).tokens(Map.of("sub", subject, "preferred_username", "changed"));
    assertThat(api.withToken(again.at("/access_token")).get("/userinfo").at("/sub")).isEqualTo(id);
  }

  @Test
  void aCheckedAddressFindsTheAccountThatIsThere() {
    Answer tokens =
        tokens(
            Map.of(
                "sub",
                Names.unique("s"),
                "email",
                "Developer@demo.example",
                "email_verified",
                true));
    assertThat(api.withToken(tokens.at("/access_token")).get("/userinfo").at("/sub"))
        .isEqualTo("developer");
  }

  @Test
  void anAddressThatNobodyCheckedFindsNoAccount() {
    Map<String, Object> person =
        Map.of(
            "sub",
            Names.unique("s"),
            "preferred_username",
            "manager",
            "email",
            "manager@demo.example",
            "email_verified",
            false);
    Answer tokens = tokens(person);
    assertThat(api.withToken(tokens.at("/access_token")).get("/userinfo").at("/sub"))
        .startsWith("manager-");
  }

  @Test
  void whatDoesNotFitIsRefusedAtTheLoginPage() {
    Map<String, Object> person = Map.of("sub", Names.unique("s"));
    assertRefused(OtherProvider.forge(begin(), person));
    assertRefused(OtherProvider.enter(begin(), Map.of("sub", "s", "nonce", "another")));
    assertRefused(OtherProvider.enter(begin(), Map.of("sub", "s", "aud", "somebody")));
    assertRefused(OtherProvider.enter(begin(), Map.of("sub", "s", "exp", 1_000_000)));
    String good = OtherProvider.enter(begin(), person);
    assertRefused(good.replaceFirst("code=[^&]+", "code=guessed"));
    assertRefused(good);
    String another = OtherProvider.enter(begin(), person);
    assertRefused(another.replaceFirst("state=.*", "state=guessed"));
    begin();
    assertRefused("/login/external/callback?error=access_denied&state=x");
    assertRefused("/login/external/callback");
    // Another browser's login is of no use.
    String stolen = OtherProvider.enter(begin(), person);
    Answer there = new Browser(api.url()).get(stolen).expect(302);
    assertThat(there.header("Location")).contains("login_error=external");
  }

  @Test
  void nonsenseInTheCookieIsNoFault() {
    for (String path :
        new String[] {"/login/external/callback?code=a&state=b", "/login/external/x/y"}) {
      assertThat(api.anonymous().with("Cookie", "flowmaster-external=%%%").get(path).status())
          .isLessThan(500);
    }
  }

  private void assertRefused(String callback) {
    Answer answer = browser.get(callback).expect(302);
    assertThat(answer.header("Location")).contains("/login?").contains("login_error=external");
    assertThat(browser.get(answer.header("Location")).expect(200).text())
        .contains("did not succeed");
    browser.get(AUTHORIZE).expect(302);
    assertThat(browser.get(AUTHORIZE).header("Location")).contains("/login?");
  }

  /** Where the platform sends the browser that presses the button. */
  private String begin() {
    String login = browser.get(AUTHORIZE).expect(302).header("Location");
    Matcher button = BUTTON.matcher(browser.get(login).expect(200).text());
    assertThat(button.find()).isTrue();
    return browser.get(button.group(1).replace("&amp;", "&")).expect(302).header("Location");
  }

  private Answer tokens(Map<String, Object> person) {
    Answer back = browser.get(OtherProvider.enter(begin(), person)).expect(302);
    String code = browser.get(back.header("Location")).expect(302).header("Location");
    Matcher given = Pattern.compile("[?&]code=([^&]+)").matcher(code);
    assertThat(given.find()).as(code).isTrue();
    return browser
        .post(
            "/oauth2/token",
            Map.of(
                "grant_type", "authorization_code",
                "client_id", "flowmaster-web",
                "code", given.group(1),
                "redirect_uri", "http://localhost:9000/callback",
                "code_verifier", VERIFIER))
        .expect(200);
  }
}
