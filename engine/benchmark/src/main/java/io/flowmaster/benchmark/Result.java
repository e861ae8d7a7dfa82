package io.flowmaster.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What one contender achieved in one round of a row.
 *
 * @param rate units a second, of all threads together
 * @param p50 milliseconds for a unit
 * @param processor milliseconds of processor time for a unit, JVM and PostgreSQL together; NaN when
 *     unknown
 * @param statements sent to the database for a unit; NaN when they were not counted
 * @param failure null when it went well
 */
record Result(
    double rate,
    double p50,
    double p95,
    double processor,
    double statements,
    @Nullable String failure) {
  static final String NOTHING = "none";

  static Result failed(Throwable failure) {
    String words = String.valueOf(failure).replaceAll("\\s+", " ");
    return new Result(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, words);
  }

  /** One line for the wire. */
  String line() {
    String figures = rate + " " + p50 + " " + p95 + " " + processor + " " + statements;
    return figures + (failure == null ? "" : " " + failure);
  }

  static Result parse(String line) {
    String[] parts = line.split(" ", 6);
    return new Result(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        parts.length > 5 ? parts[5] : null);
  }
}
