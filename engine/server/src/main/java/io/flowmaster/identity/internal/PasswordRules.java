package io.flowmaster.identity.internal;

import io.flowmaster.identity.WeakPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What a password must be: long, not common and not the user's name. No mix of character classes is
 * asked for, after NIST SP 800-63B, section 5.1.1.2.
 */
final class PasswordRules {
  private static final int SHORTEST = 12;

  /** More is cut off by bcrypt, so it is refused rather than ignored. */
  private static final int MOST_BYTES = 72;

  private static final int LEAST_DISTINCT = 5;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /**
   * @param pointer JSON pointer to the password in the request
   * @throws WeakPassword when it breaks a rule
   */
  static void require(String password, String username, String pointer) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new WeakPassword(pointer, "A password has at least " + SHORTEST + " characters.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new WeakPassword(pointer, "A password has at most " + MOST_BYTES + " bytes in UTF-8.");
    }
    if (lower.chars().distinct().count() < LEAST_DISTINCT) {
      throw new WeakPassword(
          pointer, "A password has at least " + LEAST_DISTINCT + " different characters.");
    }
    if (lower.contains(username.toLowerCase(Locale.ROOT))) {
      throw new WeakPassword(pointer, "A password does not contain the username.");
    }
    if (COMMON.contains(lower)) {
      throw new WeakPassword(pointer, "This password is among the first that are guessed.");
    }
  }

  private static Set<String> common() {
    try {
      return new ClassPathResource("common-passwords.txt", PasswordRules.class)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
