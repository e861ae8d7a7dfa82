package io.flowmaster.feedback;

import io.flowmaster.platform.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback is wanted; what is null does not matter.
 *
 * @param targetType of what
 * @param targetId of which
 * @param mostRating rated so or worse
 */
public record FeedbackSearch(
    @Nullable String targetType, @Nullable String targetId, @Nullable Integer mostRating) {

  public FeedbackSearch {
    requireText(targetType);
    requireText(targetId);
  }

  /** PostgreSQL refuses NUL. */
  private static void requireText(@Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw new InvalidValue("target", "A target has no NUL characters.");
    }
  }
}
