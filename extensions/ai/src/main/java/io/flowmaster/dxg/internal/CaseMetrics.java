package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.dxg.KeyMetric;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.platform.CaseFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The figures of a case. */
final class CaseMetrics {
  private final Reading reading;
  private final List<KeyMetric> metrics = new ArrayList<>();

  private CaseMetrics(Reading reading) {
    this.reading = reading;
  }

  static List<KeyMetric> of(Reading reading) {
    CaseMetrics found = new CaseMetrics(reading);
    found.times();
    found.counts();
    found.usual();
    found.values();
    return found.metrics;
  }

  private void times() {
    CaseFile.Course course = reading.file().execution();
    if (course != null) {
      add("caseAge", Duration.between(course.startedAt(), reading.now()), reading.course());
    }
    CaseFile.Work task = reading.file().task();
    if (task == null) {
      return;
    }
    add("taskAge", Duration.between(task.createdAt(), reading.now()), reading.subject());
    Instant due = task.dueAt();
    if (due != null) {
      boolean late = due.isBefore(reading.now());
      add(
          late ? "overdueBy" : "timeLeft",
          Duration.between(reading.now(), due).abs(),
          reading.subject());
    }
  }

  private void counts() {
    CaseFile file = reading.file();
    CaseFile.Course course = file.execution();
    if (course == null) {
      return;
    }
    int done =
        (int) file.tasks().stream().filter(each -> each.status().equals("COMPLETED")).count();
    int open = (int) file.tasks().stream().filter(each -> each.status().equals("OPEN")).count();
    add("doneTasks", done, reading.course());
    add("openTasks", open + (file.task() == null ? 0 : 1), reading.course());
    if (!course.incidents().isEmpty()) {
      add("incidents", course.incidents().size(), reading.course());
    }
  }

  private void usual() {
    Outlook outlook = reading.outlook();
    if (outlook.near().isEmpty()) {
      return;
    }
    SourceRef[] precedents = reading.precedents();
    add("similar", outlook.near().size(), precedents);
    Duration task = outlook.taskDuration(0.5);
    if (task != null) {
      add("usualTask", task, precedents);
    }
    Duration whole = outlook.duration(0.5);
    if (whole != null) {
      add("usualCase", whole, precedents);
    }
  }

  /** The numbers that the form shows. */
  private void values() {
    for (CaseFile.Field field : reading.file().fields()) {
      JsonNode value = Paths.at(reading.file().variables(), field.path());
      if (value.isNumber()) {
        metrics.add(
            new KeyMetric(
                field.path(),
                field.label(),
                value,
                reading.words().number(value.doubleValue()),
                List.of(reading.variable(field.path()))));
      }
    }
  }

  private void add(String key, int count, SourceRef... sources) {
    add(key, IntNode.valueOf(count), reading.words().number(count), sources);
  }

  private void add(String key, Duration duration, SourceRef... sources) {
    add(key, TextNode.valueOf(duration.toString()), reading.words().duration(duration), sources);
  }

  private void add(String key, JsonNode value, String text, SourceRef... sources) {
    String label = reading.words().say("metric." + key);
    metrics.add(new KeyMetric(key, label, value, text, List.of(sources)));
  }
}
