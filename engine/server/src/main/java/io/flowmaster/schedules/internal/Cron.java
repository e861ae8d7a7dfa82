package io.flowmaster.schedules.internal;

import io.flowmaster.schedules.InvalidSchedule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/**
 * A cron expression of five fields, or of six with the seconds in front, with the {@code L}, {@code
 * W}, {@code #} and {@code ?} of Quartz; or a macro as {@code @daily}.
 *
 * @param isEveryHour whether it names no hours
 */
record Cron(CronExpression expression, boolean isEveryHour) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Set<String> EVERY_HOUR = Set.of("*", "*/1", "0-23", "@hourly");
  private static final int LONGEST = 200;
  private static final int LOOKED_AT = 100;

  /**
   * Judges what somebody wrote.
   *
   * @param shortest the least time between two runs
   */
  static Cron parse(String text, Duration shortest, LocalDateTime now) {
    Cron cron = of(text);
    checkPace(cron.expression(), shortest, now);
    return cron;
  }

  static Cron of(String text) {
    String[] fields = BLANKS.split(text.strip());
    boolean isMacro = fields.length == 1 && fields[0].startsWith("@");
    if (text.length() > LONGEST || !isMacro && fields.length != 5 && fields.length != 6) {
      throw refused(
          "Write five fields (minute, hour, day of month, month, day of week), or six with seconds in front.");
    }
    String six = fields.length == 5 ? "0 " + String.join(" ", fields) : String.join(" ", fields);
    String hours = isMacro ? fields[0] : fields[fields.length - 5 + 1];
    return new Cron(expression(six), EVERY_HOUR.contains(hours));
  }

  private static CronExpression expression(String fields) {
    try {
      return CronExpression.parse(fields);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw refused("This is no cron expression: " + shortened(e.getMessage()));
    }
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  /** In local time, where no change of the clock brings two times together. */
  private static void checkPace(CronExpression cron, Duration shortest, LocalDateTime now) {
    LocalDateTime last = cron.next(now);
    if (last == null) {
      throw refused("It never runs: no date fits it.");
    }
    for (int i = 0; i < LOOKED_AT; i++) {
      LocalDateTime next = cron.next(last);
      if (next == null) {
        return;
      }
      if (Duration.between(last, next).compareTo(shortest) < 0) {
        throw refused("It would run more often than once in " + shortest + ".");
      }
      last = next;
    }
  }

  private static InvalidSchedule refused(String detail) {
    return new InvalidSchedule("/cron", detail);
  }
}
