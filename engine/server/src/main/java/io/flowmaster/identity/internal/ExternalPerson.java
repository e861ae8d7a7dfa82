package io.flowmaster.identity.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What another identity provider says of somebody.
 *
 * @param email null unless the provider has checked it
 */
record ExternalPerson(
    String issuer, String subject, String wish, String name, @Nullable String email) {
  private static final int LONGEST_ID = 50;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final int MOST_TRIED = 20;

  static ExternalPerson of(String issuer, OidcUser user) {
    String email = user.getEmail();
    boolean known =
        email != null
            && Boolean.TRUE.equals(user.getEmailVerified())
            && !email.isBlank()
            && email.length() <= LONGEST_EMAIL;
    String checked = known ? Names.plain(email).toLowerCase(Locale.ROOT) : null;
    String wish = first(user.getPreferredUsername(), checked, user.getSubject());
    String name = Names.plain(first(user.getFullName(), wish));
    return new ExternalPerson(
        issuer,
        user.getSubject(),
        wish,
        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
        checked);
  }

  private static String first(@Nullable String... values) {
    return Stream.of(values)
        .filter(Objects::nonNull)
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseThrow();
  }

  /** Ids that the person's account may have, the best first. */
  Stream<String> ids() {
    String plain =
        wish.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._@-]+", "-")
            .replaceFirst("^[^a-z0-9]+", "");
    String id = plain.isEmpty() ? "user" : plain.substring(0, Math.min(plain.length(), LONGEST_ID));
    return Stream.concat(
        Stream.of(id), IntStream.range(2, MOST_TRIED).mapToObj(number -> id + "-" + number));
  }
}
