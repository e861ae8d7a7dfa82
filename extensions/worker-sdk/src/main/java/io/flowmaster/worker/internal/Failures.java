package io.flowmaster.worker.internal;

import io.flowmaster.worker.FatalError;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a person reads about a failure. */
final class Failures {
  private static final int LONGEST_DETAILS = 20_000;
  private static final int LONGEST_MESSAGE = 600;

  private Failures() {}

  /** Whether no retry can help, whoever works the topic. */
  static boolean isFatal(Throwable e) {
    return e instanceof FatalError || e instanceof UnfitInput;
  }

  static String message(Throwable e) {
    String message = e.getMessage();
    String text = message == null || message.isBlank() ? e.getClass().getName() : message;
    return text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
  }

  static String details(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    String trace = text.toString();
    return trace.substring(0, Math.min(trace.length(), LONGEST_DETAILS));
  }
}
