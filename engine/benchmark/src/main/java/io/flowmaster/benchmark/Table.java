package io.flowmaster.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All results, and the table of their medians. */
final class Table {
  static final String PLATFORM = "flowmaster";
  static final String CAMUNDA = "camunda";
  static final String FLOWABLE = "flowable";
  private static final String NONE = "–";

  private final Map<String, List<@Nullable Result>> results = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  void add(Row row, String contender, @Nullable Result result) {
    results.computeIfAbsent(row.key() + "/" + contender, key -> new ArrayList<>()).add(result);
    if (result != null && result.failure() != null) {
      problems.add(contender + ", " + row.key() + ": " + result.failure());
    }
  }

  List<String> problems() {
    return problems;
  }

  String markdown(List<Row> rows) {
    StringBuilder text =
        new StringBuilder(
            "| Work | FlowMaster | Camunda 7.24 | Flowable 7.2 | × Camunda | × Flowable | goal |"
                + " × Camunda, processor time | × Flowable, processor time |\n"
                + "|---|---:|---:|---:|---:|---:|---|---:|---:|\n");
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.title()));
      Stream.of(PLATFORM, CAMUNDA, FLOWABLE).forEach(who -> cells.add(cell(row, who)));
      cells.add(row.comparedTo() == null ? speed(row, CAMUNDA) : compared(row));
      cells.add(speed(row, FLOWABLE));
      cells.add(row.goal());
      cells.add(ratio(row, CAMUNDA, one -> 1 / one.processor()));
      cells.add(ratio(row, FLOWABLE, one -> 1 / one.processor()));
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return text.toString();
  }

  private String cell(Row row, String contender) {
    double rate = median(row, contender, Result::rate);
    if (Double.isNaN(rate)) {
      return NONE;
    }
    double statements = median(row, contender, Result::statements);
    String shown =
        row.isLatency()
            ? format(
                "%.2f ms (p95 %.2f)",
                median(row, contender, Result::p50), median(row, contender, Result::p95))
            : format("%,.0f/s", rate);
    return Double.isNaN(statements) ? shown : shown + format(" (%.1f statements)", statements);
  }

  private String speed(Row row, String other) {
    return ratio(row, other, row.isLatency() ? one -> 1 / one.p50() : Result::rate);
  }

  /** The median of the rounds' own ratios: what disturbs a round disturbs both. */
  private String ratio(Row row, String other, ToDoubleFunction<Result> figure) {
    List<@Nullable Result> ours = of(row.key(), PLATFORM);
    List<@Nullable Result> theirs = of(row.key(), other);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      Result one = ours.get(i);
      Result two = theirs.get(i);
      if (one != null && two != null) {
        ratios.add(figure.applyAsDouble(one) / figure.applyAsDouble(two));
      }
    }
    double median = median(ratios);
    return Double.isNaN(median) ? NONE : format(median < 10 ? "%.2f" : "%,.0f", median);
  }

  private String compared(Row row) {
    Row other = Rows.named(Objects.requireNonNull(row.comparedTo()));
    double difference = median(row, PLATFORM, Result::p50) - median(other, PLATFORM, Result::p50);
    double ratio = median(row, PLATFORM, Result::rate) / median(other, PLATFORM, Result::rate);
    if (Double.isNaN(ratio)) {
      return NONE;
    }
    return row.isLatency()
        ? format("%+.2f ms to the row above", difference)
        : format("%.2f of the row above", ratio);
  }

  private double median(Row row, String contender, ToDoubleFunction<Result> figure) {
    return median(
        of(row.key(), contender).stream()
            .filter(Objects::nonNull)
            .map(result -> figure.applyAsDouble(Objects.requireNonNull(result)))
            .toList());
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).filter(v -> v == v).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private List<@Nullable Result> of(String row, String contender) {
    return results.getOrDefault(row + "/" + contender, List.of());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
