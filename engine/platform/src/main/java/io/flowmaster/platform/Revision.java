package io.flowmaster.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a stored resource, as an {@code ETag} (RFC 9110, section 8.8.3): {@code "7"}.
 *
 * @param number counts up with every change
 */
public record Revision(long number) {
  private static final Pattern STRONG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

  /** The value for the {@code ETag} header, with its quotes. */
  public String etag() {
    return "\"" + number + "\"";
  }

  /**
   * Checks an {@code If-Match} header against this revision.
   *
   * @param ifMatch the header's value; null when absent
   * @throws PreconditionMissing when absent
   * @throws StaleRevision when it names another revision
   */
  public void requireMatch(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new PreconditionMissing();
    }
    if (ifMatch.trim().equals("*")) {
      return;
    }
    Matcher matcher = STRONG.matcher(ifMatch);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) != number) {
      throw new StaleRevision(this);
    }
  }

  /** The change lacks {@code If-Match} (RFC 6585, section 3). */
  public static final class PreconditionMissing extends Problem {
    PreconditionMissing() {
      super(
          ProblemKind.PRECONDITION_REQUIRED,
          "if-match-required",
          "Send If-Match with the ETag of the version that you read.");
    }
  }

  /** Somebody else changed it since it was read (RFC 9110, section 13.1.1). */
  public static final class StaleRevision extends Problem {
    public StaleRevision(Revision current) {
      super(
          ProblemKind.STALE,
          "stale-version",
          "It was changed since you read it; the current ETag is "
              + current.etag()
              + ". Read it again and repeat.");
    }
  }
}
