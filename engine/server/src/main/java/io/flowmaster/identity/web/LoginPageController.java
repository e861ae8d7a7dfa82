package io.flowmaster.identity.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
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
  private static final Map<String, String> REASONS =
      Map.of(
          "refused", "The username or the password is wrong.",
          "locked", "Too many failed attempts. Try again in a few minutes.",
          "change", "Your password must be changed. Type it again, and a new one.",
          "weak",
              "The new password must have at least 12 characters, be different, not common and without your name.");
  private final boolean demo;

  LoginPageController(Environment environment) {
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @GetMapping(value = "/login", produces = MediaType.TEXT_HTML_VALUE)
  @PermitAll
  ResponseEntity<String> page(
      HttpServletRequest request,
      CsrfToken csrf,
      @RequestParam(name = "login_error", required = false) @Nullable String reason) {
    String query = request.getQueryString();
    String action = "/login" + (query == null ? "" : "?" + query);
    boolean change = "change".equals(reason) || "weak".equals(reason);
    String html =
        PAGE.formatted(
            demo ? DEMO : "",
            reason == null
                ? ""
                : ALERT.formatted(REASONS.getOrDefault(reason, REASONS.get("refused"))),
            HtmlUtils.htmlEscape(action),
            HtmlUtils.htmlEscape(csrf.getParameterName()),
            HtmlUtils.htmlEscape(csrf.getToken()),
            change ? NEW_PASSWORD : "");
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
  }

  private static final String DEMO =
      """
      <p class="demo"><strong>Demo accounts are in use.</strong> Everybody knows their passwords: log in
      as <code>employee</code>, <code>designer</code>, <code>manager</code> or <code>admin</code> with
      <code>flowmaster</code>.</p>
      """;

  private static final String ALERT = "<p class=\"alert\" role=\"alert\">%s</p>";

  private static final String NEW_PASSWORD =
      """
      <label for="newPassword">New password</label>
      <input id="newPassword" name="newPassword" type="password" autocomplete="new-password" required>
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Log in · FlowMaster</title>
      <style>
      :root { color-scheme: light dark; --line: #8d8d8d; --accent: #0f62fe; --warn: #f1c21b; --bad: #da1e28; }
      body { font: 16px/1.5 "IBM Plex Sans", system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
      main { width: min(24rem, calc(100vw - 2rem)); }
      h1 { font-weight: 400; margin: 0 0 1.5rem; }
      label { display: block; font-size: .875rem; margin: 1rem 0 .25rem; }
      input { width: 100%%; box-sizing: border-box; font: inherit; padding: .6rem .75rem; border: 0; border-bottom: 1px solid var(--line); background: rgb(128 128 128 / 12%%); color: inherit; }
      button { width: 100%%; font: inherit; text-align: left; margin-top: 1.5rem; padding: .75rem 1rem; border: 0; background: var(--accent); color: #fff; cursor: pointer; }
      :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
      .alert, .demo { padding: .75rem 1rem; border-left: 3px solid var(--bad); background: rgb(128 128 128 / 12%%); }
      .demo { border-color: var(--warn); font-size: .875rem; }
      </style>
      </head>
      <body>
      <main>
      <h1>Log in to FlowMaster</h1>
      %s%s
      <form method="post" action="%s">
      <input type="hidden" name="%s" value="%s">
      <label for="username">Username</label>
      <input id="username" name="username" autocomplete="username" autocapitalize="none" required autofocus>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      %s<button type="submit">Log in</button>
      </form>
      </main>
      </body>
      </html>
      """;
}
