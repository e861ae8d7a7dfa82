package io.flowmaster.identity.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Roles;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes of what people call things here. */
final class Names {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Set<String> RESERVED =
      Set.of("system", "anonymous", "everyone", WebClient.ID);

  private Names() {}

  /** Lower case only, so that no two ids look alike; none that the platform itself uses. */
  static String requireId(String id) {
    if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
      throw new InvalidValue(
          "id",
          "An id has 1 to 64 lower-case letters, digits, dots, hyphens, underscores and @, and is none of "
              + new TreeSet<>(RESERVED)
              + ".");
    }
    return id;
  }

  static String requireSlug(String id) {
    if (!SLUG.matcher(id).matches()) {
      throw new InvalidValue("id", "An id has 1 to 64 lower-case letters, digits and hyphens.");
    }
    return id;
  }

  static Set<String> requireRoles(Set<String> roles) {
    if (!Roles.ALL.containsAll(roles)) {
      throw new InvalidValue("role", "The roles are " + new TreeSet<>(Roles.ALL) + ".");
    }
    return roles;
  }

  /** Text that a database takes as a parameter; PostgreSQL refuses the character NUL. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** A pattern for {@code like … escape '!'} that finds the text anywhere. */
  static String like(@Nullable String text) {
    String plain = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return "%" + plain(plain).replaceAll("([!%_])", "!$1") + "%";
  }
}
