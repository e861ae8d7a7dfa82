package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.dxg.RiskFlag;
import io.flowmaster.dxg.RiskFlag.Severity;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What to look out for: deadlines, failures, odd values, and how similar cases ended. */
final class CaseRisks {
  private static final int FEWEST_CASES = 5;
  private static final int FEWEST_VALUES = 8;
  private static final double OFTEN = 0.3;

  /** Tukey's outer fence: what lies beyond is far out. */
  private static final double FAR_OUT = 3;

  private final Reading reading;
  private final CaseFile file;
  private final Wording words;
  private final List<RiskFlag> flags = new ArrayList<>();

  private CaseRisks(Reading reading) {
    this.reading = reading;
    this.file = reading.file();
    this.words = reading.words();
  }

  /**
   * The worst first.
   *
   * @param ruled what the tenant's own rules say
   */
  static List<RiskFlag> of(Reading reading, List<RiskFlag> ruled) {
    CaseRisks risks = new CaseRisks(reading);
    risks.flags.addAll(ruled);
    risks.task();
    risks.course();
    risks.values();
    risks.precedents();
    risks.flags.sort(Comparator.comparing(RiskFlag::severity).reversed());
    return risks.flags;
  }

  private void task() {
    CaseFile.Work task = file.task();
    if (task == null) {
      return;
    }
    Instant due = task.dueAt();
    if (due != null && task.overdue()) {
      String late = words.duration(Duration.between(due, reading.now()));
      add("OVERDUE", Severity.HIGH, words.say("risk.OVERDUE", late), reading.subject());
    } else if (due != null && task.status().equals("OPEN")) {
      dueSoon(Duration.between(reading.now(), due));
    }
    if (task.escalation() != null) {
      String text = words.say("risk.ESCALATED", Wording.cut(task.escalation()));
      add("ESCALATED", Severity.MEDIUM, text, reading.subject());
    }
  }

  private void dueSoon(Duration left) {
    Duration usual = reading.outlook().taskDuration(0.5);
    if (usual != null && usual.compareTo(left) > 0) {
      String text = words.say("risk.DUE_SOON", words.duration(left), words.duration(usual));
      List<SourceRef> sources = new ArrayList<>(List.of(reading.precedents()));
      sources.add(0, reading.subject());
      flags.add(new RiskFlag("DUE_SOON", Severity.MEDIUM, text, sources));
    } else if (left.compareTo(Duration.ofDays(1)) < 0) {
      String text = words.say("risk.DUE_TODAY", words.duration(left));
      add("DUE_SOON", Severity.LOW, text, reading.subject());
    }
  }

  private void course() {
    CaseFile.Course course = file.execution();
    if (course == null) {
      return;
    }
    course.incidents().stream()
        .limit(3)
        .forEach(
            incident ->
                add(
                    "INCIDENT",
                    Severity.HIGH,
                    words.say("risk.INCIDENT", Wording.cut(incident)),
                    reading.course()));
    Duration slow = reading.outlook().duration(0.9);
    Duration age = Duration.between(course.startedAt(), reading.now());
    if (slow != null
        && reading.outlook().near().size() >= FEWEST_CASES
        && age.compareTo(slow) > 0
        && age.toHours() > 0) {
      String text = words.say("risk.SLOW", words.duration(age), words.duration(slow));
      add("SLOW", Severity.MEDIUM, text, reading.precedents());
    }
  }

  private void values() {
    for (Field field : file.fields()) {
      JsonNode own = Paths.at(file.variables(), field.path());
      if (!own.isNumber()) {
        continue;
      }
      double[] others =
          file.past().stream()
              .map(past -> past.values().get(field.path()))
              .filter(value -> value != null && value.isNumber())
              .mapToDouble(JsonNode::doubleValue)
              .sorted()
              .toArray();
      if (others.length >= FEWEST_VALUES) {
        unusual(field, own.doubleValue(), others);
      }
    }
  }

  private void unusual(Field field, double own, double[] others) {
    double low = others[others.length / 4];
    double high = others[others.length * 3 / 4];
    double fence = FAR_OUT * Math.max(high - low, Math.abs(high) * 0.05);
    boolean isHigh = own > high + fence;
    if (isHigh || own < low - fence) {
      String text =
          words.say(
              isHigh ? "risk.UNUSUAL_HIGH" : "risk.UNUSUAL_LOW",
              field.label(),
              words.number(own),
              words.number(isHigh ? high : low),
              others.length);
      List<SourceRef> sources = new ArrayList<>(List.of(reading.precedents()));
      sources.add(0, reading.variable(field.path()));
      flags.add(new RiskFlag("UNUSUAL_VALUE", Severity.MEDIUM, text, sources));
    }
  }

  private void precedents() {
    Outlook outlook = reading.outlook();
    if (outlook.near().size() < FEWEST_CASES) {
      return;
    }
    often("OFTEN_CANCELLED", outlook.cancelled());
    often("OFTEN_FAILED", outlook.failed());
  }

  private void often(String code, Outlook.Share share) {
    if (share.part() >= OFTEN) {
      String text = words.say("risk." + code, share.times(), share.of());
      add(code, Severity.MEDIUM, text, reading.precedents());
    }
  }

  private void add(String code, Severity severity, String text, SourceRef... sources) {
    flags.add(new RiskFlag(code, severity, text, List.of(sources)));
  }
}
