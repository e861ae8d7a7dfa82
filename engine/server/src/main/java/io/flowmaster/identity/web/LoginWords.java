package io.flowmaster.identity.web;

import java.util.Locale;
import java.util.Map;

/** The login page's words; it has no script, so they come with it. */
record LoginWords(
    String language,
    String title,
    String username,
    String password,
    String newPassword,
    String logIn,
    String or,
    String withProvider,
    String anyProvider,
    String demo,
    Map<String, String> reasons) {

  private static final String ACCOUNTS =
      "<code>employee</code>, <code>designer</code>, <code>manager</code> %s <code>admin</code>";

  private static final LoginWords ENGLISH =
      new LoginWords(
          "en",
          "Log in to FlowMaster",
          "Username",
          "Password",
          "New password",
          "Log in",
          "or",
          "Log in with %s",
          "the company account",
          "<strong>Demo accounts are in use.</strong> Everybody knows their passwords: log in as "
              + ACCOUNTS.formatted("or")
              + " with <code>flowmaster</code>.",
          Map.of(
              "refused", "The username or the password is wrong.",
              "locked", "Too many failed attempts. Try again in a few minutes.",
              "change", "Your password must be changed. Type it again, and a new one.",
              "weak",
                  "The new password must have at least 12 characters, be different, not common and without your name.",
              "external", "The other login did not succeed. Try it again, or log in here.",
              "unknown", "There is no account for you here. Ask an administrator for one."));

  private static final LoginWords GERMAN =
      new LoginWords(
          "de",
          "Bei FlowMaster anmelden",
          "Benutzername",
          "Passwort",
          "Neues Passwort",
          "Anmelden",
          "oder",
          "Mit %s anmelden",
          "dem Firmenkonto",
          "<strong>Demokonten sind in Gebrauch.</strong> Alle kennen ihre Passwörter: Melden Sie sich als "
              + ACCOUNTS.formatted("oder")
              + " mit <code>flowmaster</code> an.",
          Map.of(
              "refused", "Der Benutzername oder das Passwort ist falsch.",
              "locked", "Zu viele Fehlversuche. Versuchen Sie es in einigen Minuten noch einmal.",
              "change",
                  "Ihr Passwort muss geändert werden. Geben Sie es noch einmal ein, und ein neues.",
              "weak",
                  "Das neue Passwort muss mindestens 12 Zeichen haben, anders, nicht geläufig und ohne Ihren Namen sein.",
              "external",
                  "Die andere Anmeldung ist nicht gelungen. Versuchen Sie es noch einmal oder melden Sie sich hier an.",
              "unknown", "Es gibt hier kein Konto für Sie. Bitten Sie die Verwaltung um eines."));

  static LoginWords in(Locale language) {
    return language.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  String reason(String word) {
    return reasons.getOrDefault(word, reasons.get("refused"));
  }

  /**
   * @param provider empty when it was given no name
   */
  String external(String provider) {
    return withProvider.formatted(provider.isEmpty() ? anyProvider : provider);
  }
}
