package io.flowmaster.calendars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.flowmaster.platform.InvalidValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of working time, written as in ISO 8601: {@code PT8H}, {@code P2D}, {@code P1DT4H30M}. A
 * day is a working day, whatever its length; hours and minutes are time in which somebody works.
 * Weeks, months and years are none of both, so they are refused.
 *
 * @param days 0 to 3,650
 * @param time not negative, less than 100,000 hours
 */
@Schema(type = "string", example = "PT8H")
public record BusinessDuration(int days, Duration time) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "P(?=.)(?:(\\d{1,5})D)?(?:T(?=.)(?:(\\d{1,5})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?");
  private static final int MOST_DAYS = 3_650;
  private static final Duration LONGEST = Duration.ofHours(100_000);

  public BusinessDuration {
    if (days < 0 || days > MOST_DAYS || time.isNegative() || time.compareTo(LONGEST) >= 0) {
      throw new InvalidValue(
          "duration", "A duration has at most 3,650 working days and 100,000 hours.");
    }
  }

  /**
   * @throws InvalidValue when it is no such duration
   */
  @JsonCreator
  public static BusinessDuration parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValue(
          "duration",
          "Write the duration in days, hours and minutes, for example P2D, PT8H or P1DT4H.");
    }
    return new BusinessDuration(
        (int) number(parts.group(1)),
        Duration.ofHours(number(parts.group(2)))
            .plusMinutes(number(parts.group(3)))
            .plusSeconds(number(parts.group(4))));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  public boolean isZero() {
    return days == 0 && time.isZero();
  }

  /** As in ISO 8601. */
  @JsonValue
  @Override
  public String toString() {
    if (days == 0) {
      return time.toString();
    }
    return "P" + days + "D" + (time.isZero() ? "" : time.toString().substring(1));
  }
}
