package io.flowmaster.engine.internal;

import io.flowmaster.engine.DeploymentRehearsal.Fault;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/** Reads the faults out of what the engine throws at a deployment. */
final class DeploymentFaults {
  private static final Pattern CODE = Pattern.compile("[A-Z]+(/[A-Z]+)*-\\d{5} ");
  private static final Pattern FILE =
      Pattern.compile("(?:resource|from|parse) '([^']+\\.(?:bpmn20\\.xml|bpmn|dmn|form))'");
  private static final String TOO_LONG_STATE = "22001";
  private static final String TOO_LONG =
      "An id, a name or a version tag is longer than the engine can store.";

  private DeploymentFaults() {}

  /**
   * @param only the file, when there was only one
   * @throws RuntimeException the same, when the database failed and the files are not to blame
   */
  static List<Fault> of(RuntimeException refusal, @Nullable String only) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof ParseException parse) {
        return parse.getResorceReports().stream()
            .flatMap(
                report ->
                    report.getErrors().stream().map(error -> of(report.getResourceName(), error)))
            .toList();
      }
      if (cause instanceof SAXParseException xml) {
        String file = only == null ? named(refusal) : only;
        return List.of(
            new Fault(file, null, words(xml), xml.getLineNumber(), xml.getColumnNumber()));
      }
      if (cause instanceof SQLException sql) {
        if (!TOO_LONG_STATE.equals(sql.getSQLState())) {
          throw refusal;
        }
        return List.of(new Fault(only, null, TOO_LONG, 0, 0));
      }
    }
    return List.of(new Fault(only == null ? named(refusal) : only, null, chain(refusal), 0, 0));
  }

  private static Fault of(String file, org.camunda.bpm.engine.Problem problem) {
    String element = problem.getMainElementId();
    return new Fault(
        file,
        element == null || element.isBlank() ? null : element,
        CODE.matcher(String.valueOf(problem.getMessage())).replaceAll(""),
        problem.getLine(),
        problem.getColumn());
  }

  /** The messages of an exception and its causes, each said once. */
  private static String chain(Throwable refusal) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      String said = words(cause);
      if (all.indexOf(said) < 0) {
        all.append(all.isEmpty() ? "" : " ").append(said);
      }
    }
    return all.toString();
  }

  private static String words(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null
        ? thrown.getClass().getSimpleName()
        : CODE.matcher(message).replaceAll("").strip();
  }

  private static @Nullable String named(Throwable refusal) {
    Matcher file = FILE.matcher(chain(refusal));
    return file.find() ? file.group(1) : null;
  }
}
