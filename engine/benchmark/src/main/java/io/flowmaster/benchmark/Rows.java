package io.flowmaster.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;

/** The lines of the table, in their order. */
final class Rows {
  static final List<Row> ALL =
      List.of(
          new StraightRow(1),
          new StraightRow(4),
          new BatchRow(),
          new TaskRow(),
          new ExternalRow(),
          new WorkerRow(false, 0),
          new WorkerRow(true, 0),
          new WorkerRow(false, 10),
          new WorkerRow(true, 10),
          new WorkerRow(false, 200),
          new WorkerRow(true, 200),
          new JobsRow(),
          new ReadModelRow(false),
          new ReadModelRow(true),
          new DecisionRow(20, "≥ 50 ×"),
          new DecisionRow(200, "≥ 200 ×"),
          new DecisionRow(2_000, "≥ 1,000 ×"),
          new PolicyRow(true),
          new PolicyRow(false),
          new ModelRow(false),
          new ModelRow(true),
          new RestRow(false),
          new RestRow(true),
          new InboxRow(InboxRow.FEW),
          new InboxRow(InboxRow.MANY),
          new ExperienceRow("briefing"),
          new ExperienceRow("smart-form"),
          new ExperienceRow("query"));

  private static final ObjectMapper JSON = new ObjectMapper();

  private Rows() {}

  static Row named(String key) {
    return ALL.stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row " + key));
  }

  /** Those whose key begins with one of the words; all for no word. */
  static List<Row> matching(String words) {
    List<String> wanted = Arrays.stream(words.split("[ ,]+")).filter(w -> !w.isBlank()).toList();
    return ALL.stream()
        .filter(row -> wanted.isEmpty() || wanted.stream().anyMatch(row.key()::startsWith))
        .toList();
  }

  static String threads(int count) {
    return count == 1 ? "one thread" : count + " threads";
  }

  static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }
}
