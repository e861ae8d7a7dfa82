package io.flowmaster.processes.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;

/** A timer that cannot be read fails only when an execution comes to it. */
final class ModelTimerRule implements ModelRule {
  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{.*", Pattern.DOTALL);
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{2}(-\\d{2})?(T\\d{2}(:\\d{2}(:\\d{2}([.,]\\d+)?)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?)?");
  private static final Pattern CRON = Pattern.compile("\\S+(\\s+\\S+){4,6}");
  private static final Pattern DURATION =
      Pattern.compile("(P(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?)(T.+)?");

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes()
        .forEach(
            node ->
                node.tree()
                    .filter(each -> each.is("timerEventDefinition") && each.parent() == node)
                    .forEach(timer -> check(node, timer, findings)));
  }

  private static void check(ModelElement event, ModelElement timer, ModelFindings findings) {
    List<ModelElement> times = timer.children("timeDate", "timeDuration", "timeCycle");
    if (times.isEmpty()) {
      findings.error(
          event,
          "timer",
          "The timer %s has no time. Set a date, a duration or a cycle.".formatted(event.called()));
    }
    for (ModelElement time : times) {
      String text = time.text();
      if (!EXPRESSION.matcher(text).matches() && !readable(time.name(), text)) {
        findings.warning(
            event,
            "timer",
            "The time \"%s\" of %s cannot be read. Write %s."
                .formatted(shorten(text), event.called(), example(time.name())));
      }
    }
  }

  private static boolean readable(String sort, String text) {
    return switch (sort) {
      case "timeDuration" -> duration(text) || DATE.matcher(text).matches();
      case "timeDate" -> DATE.matcher(text).matches() || duration(text);
      default ->
          text.startsWith("R") && text.contains("/")
              || CRON.matcher(text).matches()
              || text.startsWith("@");
    };
  }

  private static boolean duration(String text) {
    var parts = DURATION.matcher(text);
    if (!parts.matches() || text.equals("P")) {
      return false;
    }
    try {
      if (!parts.group(1).equals("P")) {
        Period.parse(parts.group(1));
      }
      if (parts.group(2) != null) {
        Duration.parse("P" + parts.group(2));
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String example(String sort) {
    return switch (sort) {
      case "timeDuration" -> "a duration such as PT15M or P2D";
      case "timeDate" -> "a date such as 2030-01-31T08:00:00Z";
      default -> "a cycle such as R3/PT10M or a cron expression such as 0 0 8 * * ?";
    };
  }

  private static String shorten(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
