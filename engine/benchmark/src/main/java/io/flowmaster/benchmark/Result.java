package io.flowmaster.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What one contender achieved in one round of a row.
 *
 * @param rate units a second, of all threads together
 * @param p50 milliseconds for a unit
 * @param own milliseconds of processor time of this JVM's threads for a unit
 * @param database the same of PostgreSQL; NaN when unknown
 * @param statements sent to the database for a unit; NaN when they were not counted
 * @param failure null when it went well
 */
record Result(
    double rate,
    double p50,
    double p95,
    double own,
    double database,
    double statements,
    @Nullable String failure) {
  static final String NOTHING = "none";

  static Result failed(Throwable failure) {
    String words = String.valueOf(failure).replaceAll("\\s+", " ");
    double none = Double.NaN;
    return new Result(none, none, none, none, none, none, words);
  }

  /** Milliseconds of processor time for a unit. */
  double processor() {
    return own + database;
  }

  /** One line for the wire. */
  String line() {
    String figures = rate + " " + p50 + " " + p95 + " " + own + " " + database + " " + statements;
    return figures + (failure == null ? "" : " " + failure);
  }

  static Result parse(String line) {
    String[] parts = line.split(" ", 7);
    return new Result(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        parts.length > 6 ? parts[6] : null);
  }
}
