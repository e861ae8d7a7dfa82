package io.flowmaster.identity.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page that asks a browser's user for name and password. */
@Hidden
@RestController
class LoginPageController {
  private static final String PROVIDER = "flowmaster.identity.provider.";
  private final boolean demo;
  private final @Nullable String provider;

  LoginPageController(Environment environment) {
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    this.provider =
        environment.containsProperty(PROVIDER + "issuer")
            ? environment.getProperty(PROVIDER + "name", "")
            : null;
  }

  @GetMapping(value = "/login", produces = MediaType.TEXT_HTML_VALUE)
  @PermitAll
  ResponseEntity<String> page(
      HttpServletRequest request,
      CsrfToken csrf,
      Locale language,
      @RequestParam(name = "login_error", required = false) @Nullable String reason) {
    LoginWords words = LoginWords.in(language);
    String query = request.getQueryString();
    boolean change = "change".equals(reason) || "weak".equals(reason);
    String html =
        PAGE.formatted(
            words.language(),
            words.title(),
            words.title(),
            demo ? DEMO.formatted(words.demo()) : "",
            reason == null ? "" : ALERT.formatted(words.reason(reason)),
            HtmlUtils.htmlEscape(withQuery("/login", query)),
            HtmlUtils.htmlEscape(csrf.getParameterName()),
            HtmlUtils.htmlEscape(csrf.getToken()),
            words.username(),
            words.password(),
            change ? NEW_PASSWORD.formatted(words.newPassword()) : "",
            words.logIn(),
            provider == null ? "" : external(words, provider, query));
    return ResponseEntity.ok()
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }

  /** Reached only when the other provider did not answer, or there is none. */
  @GetMapping("/login/external")
  @PermitAll
  ResponseEntity<Void> unreachable(HttpServletRequest request) {
    String query = withoutReason(request.getQueryString());
    String reason = (query.isEmpty() ? "" : query + "&") + "login_error=external";
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, "/login?" + reason)
        .build();
  }

  private static String external(LoginWords words, String provider, @Nullable String query) {
    return EXTERNAL.formatted(
        words.or(),
        HtmlUtils.htmlEscape(withQuery("/login/external", withoutReason(query))),
        HtmlUtils.htmlEscape(words.external(provider)));
  }

  private static String withQuery(String path, @Nullable String query) {
    return query == null || query.isEmpty() ? path : path + "?" + query;
  }

  private static String withoutReason(@Nullable String query) {
    return query == null
        ? ""
        : query.replaceAll("(^|&)login_error=[^&]*", "").replaceFirst("^&", "");
  }

  private static final String DEMO = "<p class=\"demo\">%s</p>";

  private static final String ALERT = "<p class=\"alert\" role=\"alert\">%s</p>";

  private static final String NEW_PASSWORD =
      """
      <label for="newPassword">%s</label>
      <input id="newPassword" name="newPassword" type="password" autocomplete="new-password" required>
      """;

  private static final String EXTERNAL =
      """
      <p class="or">%s</p>
      <a class="external" href="%s">%s</a>
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; --line: #8d8d8d; --accent: #0f62fe; --warn: #f1c21b; --bad: #da1e28; }
      body { font: 16px/1.5 "IBM Plex Sans", system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
      main { width: min(24rem, calc(100vw - 2rem)); }
      h1 { font-weight: 400; margin: 0 0 1.5rem; }
      label { display: block; font-size: .875rem; margin: 1rem 0 .25rem; }
      input { width: 100%%; box-sizing: border-box; font: inherit; padding: .6rem .75rem; border: 0; border-bottom: 1px solid var(--line); background: rgb(128 128 128 / 12%%); color: inherit; }
      button { width: 100%%; font: inherit; text-align: left; margin-top: 1.5rem; padding: .75rem 1rem; border: 0; background: var(--accent); color: #fff; cursor: pointer; }
      .or { text-align: center; margin: 1.5rem 0 0; font-size: .875rem; }
      .external { display: block; margin-top: 1rem; padding: .75rem 1rem; border: 1px solid var(--accent); color: inherit; text-decoration: none; }
      .external:hover { background: rgb(128 128 128 / 12%%); }
      :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
      .alert, .demo { padding: .75rem 1rem; border-left: 3px solid var(--bad); background: rgb(128 128 128 / 12%%); }
      .demo { border-color: var(--warn); font-size: .875rem; }
      </style>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      %s%s
      <form method="post" action="%s">
      <input type="hidden" name="%s" value="%s">
      <label for="username">%s</label>
      <input id="username" name="username" autocomplete="username" autocapitalize="none" required autofocus>
      <label for="password">%s</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      %s<button type="submit">%s</button>
      </form>
      %s      </main>
      </body>
      </html>
      """;
}
