package io.flowmaster.processes;

import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.platform.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model declares of a user task, or of all user tasks of a process, by properties whose
 * names begin with {@code flowmaster:}.
 *
 * @param fourEyes ids of the user tasks that nobody may do who does this one
 * @param calendar in whose working time durations are counted; null for the tenant's default
 * @param due when it is due, from its making
 * @param sla the time that was promised for it, or for the process
 * @param warnAt at which part of {@code sla} it is at risk, more than 0 and less than 1
 * @param notStarted escalations while nobody has claimed it; null when nothing is said
 * @param notFinished escalations while it is open; null when nothing is said
 */
public record TaskDeclaration(
    Set<String> fourEyes,
    @Nullable String calendar,
    @Nullable BusinessDuration due,
    @Nullable BusinessDuration sla,
    @Nullable Double warnAt,
    @Nullable List<EscalationStep> notStarted,
    @Nullable List<EscalationStep> notFinished) {
  public static final String PREFIX = "flowmaster:";
  public static final String FOUR_EYES = PREFIX + "fourEyes";
  public static final String CALENDAR = PREFIX + "calendar";
  public static final String DUE = PREFIX + "due";
  public static final String SLA = PREFIX + "sla";
  public static final String SLA_WARN_AT = PREFIX + "slaWarnAt";
  public static final String NOT_STARTED = PREFIX + "escalateNotStarted";
  public static final String NOT_FINISHED = PREFIX + "escalateNotFinished";

  /** The usual part of an SLA after which a task is at risk. */
  public static final double USUAL_WARNING = 0.8;

  /** All names there are. */
  public static final Set<String> NAMES =
      Set.of(FOUR_EYES, CALENDAR, DUE, SLA, SLA_WARN_AT, NOT_STARTED, NOT_FINISHED);

  /** Says nothing. */
  public static final TaskDeclaration NOTHING =
      new TaskDeclaration(Set.of(), null, null, null, null, null, null);

  private static final Pattern CALENDAR_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,2})\\s*%");

  /**
   * Reads properties. A value that cannot be read is left out and reported.
   *
   * @param properties by name; names of others are not looked at
   * @param faults hears the name and what is wrong with its value
   */
  public static TaskDeclaration of(
      Map<String, String> properties, BiConsumer<String, String> faults) {
    Reader reader = new Reader(properties, faults);
    return new TaskDeclaration(
        Set.copyOf(reader.list(FOUR_EYES)),
        reader.read(CALENDAR, TaskDeclaration::calendar),
        reader.read(DUE, BusinessDuration::parse),
        reader.read(SLA, BusinessDuration::parse),
        reader.read(SLA_WARN_AT, TaskDeclaration::share),
        reader.read(NOT_STARTED, text -> EscalationStep.parse(text, EscalationStep.Base.CREATION)),
        reader.read(NOT_FINISHED, text -> EscalationStep.parse(text, EscalationStep.Base.DUE)));
  }

  private static String calendar(String text) {
    if (!CALENDAR_ID.matcher(text).matches()) {
      throw new InvalidValue("calendar", "Name a calendar by its id, for example berlin.");
    }
    return text;
  }

  private static double share(String text) {
    Matcher percent = PERCENT.matcher(text);
    int number = percent.matches() ? Integer.parseInt(percent.group(1)) : 0;
    if (number == 0) {
      throw new InvalidValue("share", "Write a percentage from 1% to 99%, for example 80%.");
    }
    return number / 100d;
  }

  private record Reader(Map<String, String> properties, BiConsumer<String, String> faults) {

    <T> @Nullable T read(String name, Function<String, T> parser) {
      String text = properties.get(name);
      if (text == null) {
        return null;
      }
      try {
        return parser.apply(text.strip());
      } catch (InvalidValue invalid) {
        faults.accept(name, String.valueOf(invalid.getMessage()));
        return null;
      }
    }

    List<String> list(String name) {
      String text = properties.getOrDefault(name, "");
      return Arrays.stream(text.split("[,;]"))
          .map(String::strip)
          .filter(id -> !id.isEmpty())
          .distinct()
          .toList();
    }
  }
}
