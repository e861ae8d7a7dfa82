package io.flowmaster.executions.internal;

import org.jspecify.annotations.Nullable;

/** The innermost cause in a Java stack trace. */
final class RootCause {
  private static final String CAUSED_BY = "Caused by: ";
  private static final int LONGEST = 1_000;

  private RootCause() {}

  /** One line, at most 1000 characters; null when the text has no stack trace. */
  static @Nullable String of(String trace) {
    if (trace.isBlank()) {
      return null;
    }
    int last = trace.lastIndexOf("\n" + CAUSED_BY);
    String from = last < 0 ? trace : trace.substring(last + 1 + CAUSED_BY.length());
    String line = from.lines().findFirst().orElse("").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
