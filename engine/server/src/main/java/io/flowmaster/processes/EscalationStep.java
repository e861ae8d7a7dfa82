package io.flowmaster.processes;

import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.platform.InvalidValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of a chain of escalations, as models write it: {@code PT4H to managers}, {@code P1D
 * after due to heads}.
 *
 * @param after working time
 * @param from what the time is counted from
 * @param to the group or user that is asked for help; null for the platform's escalation group
 */
public record EscalationStep(
    BusinessDuration after, Base from, @Schema(example = "managers") @Nullable String to) {
  /** A value that says that nothing is escalated, whatever the tenant's default. */
  public static final String NONE = "none";

  /** More steps than anybody is asked in. */
  public static final int MOST = 10;

  private static final Pattern SHAPE =
      Pattern.compile("(\\S+)(?:\\s+after\\s+(creation|due))?(?:\\s+to\\s+(\\S+))?");

  /** What the time of a step is counted from. */
  @Schema(name = "EscalationBase")
  public enum Base {
    /** The task's making; for what nobody started, also the moment at which it was given back. */
    CREATION,
    /** The task's due date; without one the step never comes. */
    DUE
  }

  /**
   * Reads a chain: steps that are separated by commas or semicolons.
   *
   * @param usual what a step that does not say it is counted from
   * @throws InvalidValue when it cannot be read; the detail says why
   */
  public static List<EscalationStep> parse(String chain, Base usual) {
    if (chain.strip().equals(NONE)) {
      return List.of();
    }
    List<EscalationStep> steps = new ArrayList<>();
    for (String step : chain.split("[,;]", -1)) {
      Matcher parts = SHAPE.matcher(step.strip());
      if (!parts.matches()) {
        throw new InvalidValue(
            "escalation",
            "Write each step as a duration, optionally \"after creation\" or \"after due\", and \"to\" a group or user: PT4H to managers, P1D to heads.");
      }
      steps.add(
          new EscalationStep(
              BusinessDuration.parse(parts.group(1)),
              parts.group(2) == null
                  ? usual
                  : Base.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
              parts.group(3)));
    }
    if (steps.size() > MOST) {
      throw new InvalidValue("escalation", "A chain has at most " + MOST + " steps.");
    }
    return List.copyOf(steps);
  }
}
